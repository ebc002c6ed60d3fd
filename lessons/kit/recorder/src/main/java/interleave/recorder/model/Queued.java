package interleave.recorder.model;

import java.time.Duration;

/**
 * A stay in a queue.
 *
 * @param name what waits: a task of an event loop; empty for a task of a pool, which has no name
 * @param from time since the start of the version
 * @param to when it ran, or the end of the version
 */
public record Queued(QueueKind kind, String name, Duration from, Duration to) {

    /** The kind of queue. */
    public enum QueueKind {
        /** Callbacks that an event loop runs next. */
        READY,
        /** Tasks that no thread of a pool has begun. */
        POOL
    }
}
