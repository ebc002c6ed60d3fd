package interleave.virtualtime;

import java.time.Duration;
import java.util.List;
import jdk.jfr.Event;

/**
 * Is told what happens in a run, step by step, in the order it happens; times are virtual, since the run began. Called
 * while the program stands still: it must neither wait nor print to {@code System.out}.
 */
public interface RunListener {
    /** Listens to nothing. */
    RunListener NONE = new RunListener() {};

    /** A thread goes on; the first time, it begins. */
    default void resumed(Thread thread, Duration at) {}

    /** A thread waits, where {@code stack} says; or has yielded. */
    default void paused(Thread thread, Duration at, List<StackTraceElement> stack) {}

    /** A thread has ended. */
    default void ended(Thread thread, Duration at) {}

    /** A thread has printed a line. */
    default void printed(Thread thread, Duration at, String line) {}

    /** A thread has printed a line to {@code System.err}. */
    default void complained(Thread thread, Duration at, String line) {}

    /**
     * Work that a thread was given ended with a failure, which its future may keep; or a wait was interrupted. Called
     * on that thread.
     */
    default void failed(Thread thread, Duration at, Throwable failure) {}

    /** Whether the program's Flight Recorder events are to be told, as if a recording were on. */
    default boolean wantsEvents() {
        return false;
    }

    /** A thread began a Flight Recorder event of the program. */
    default void began(Thread thread, Duration at, Event event) {}

    /** A thread committed one, whose fields now have their values. */
    default void committed(Thread thread, Duration at, Event event) {}
}
