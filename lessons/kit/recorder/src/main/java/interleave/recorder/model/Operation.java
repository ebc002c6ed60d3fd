package interleave.recorder.model;

import java.time.Duration;

/**
 * One operation of a lesson, such as a request, as opposed to the thread or task that performs it.
 *
 * @param start time since the start of the version
 * @param end time since the start of the version, at most the end of the version
 * @param rejected whether it was a request that the server rejected instead of serving it
 */
public record Operation(Duration start, Duration end, boolean rejected) {

    /** An operation that was performed. */
    public Operation(Duration start, Duration end) {
        this(start, end, false);
    }

    /** How long it took. */
    public Duration length() {
        return end.minus(start);
    }
}
