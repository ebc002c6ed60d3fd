package interleave.virtualtime;

import java.time.Duration;
import java.util.List;
import jdk.jfr.Event;

/**
 * Receives the events of a run in the order in which they happen. Times are virtual, since the start of the run. The
 * program is paused during a call, so a listener must not block, and must not print to {@code System.out}.
 */
public interface RunListener {
    /** Ignores all events. */
    RunListener NONE = new RunListener() {};

    /** A thread starts or continues. */
    default void resumed(Thread thread, Duration at) {}

    /** A thread waits at the place in {@code stack}, or has yielded. */
    default void paused(Thread thread, Duration at, List<StackTraceElement> stack) {}

    /** {@code waker} has ended the wait of {@code woken}, which continues later. Not reported for monitors. */
    default void woken(Thread waker, Thread woken, Duration at) {}

    /** A thread has ended. */
    default void ended(Thread thread, Duration at) {}

    /** A thread has printed a line. */
    default void printed(Thread thread, Duration at, String line) {}

    /** A thread has printed a line to {@code System.err}. */
    default void printedToErr(Thread thread, Duration at, String line) {}

    /** A thread passed a task to a pool. Called on this thread. */
    default void submitted(Thread thread, Duration at) {}

    /** A thread of a pool began a task. Called on this thread. */
    default void dequeued(Thread thread, Duration at) {}

    /**
     * A task failed, and its exception may be stored in a future; or a wait was interrupted. Called on the thread of
     * the task.
     */
    default void failed(Thread thread, Duration at, Throwable failure) {}

    /** Whether to report the program's Flight Recorder events, as if a recording were running. */
    default boolean wantsEvents() {
        return false;
    }

    /** A thread began a Flight Recorder event of the program. */
    default void began(Thread thread, Duration at, Event event) {}

    /** A thread committed a Flight Recorder event, whose fields now have their values. */
    default void committed(Thread thread, Duration at, Event event) {}
}
