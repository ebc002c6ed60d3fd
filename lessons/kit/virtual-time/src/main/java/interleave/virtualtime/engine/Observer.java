package interleave.virtualtime.engine;

import jdk.jfr.Event;

/** Observes the threads of a run, on the driver's thread. Times are virtual nanoseconds since the start. */
public interface Observer {
    /** Ignores all events. */
    Observer NONE = new Observer() {};

    /** A thread starts or continues to run. */
    default void resumed(Thread thread, long nanos) {}

    /** A thread stops running: it waits, has yielded, or has ended. */
    default void paused(Thread thread, long nanos) {}

    /** {@code waker} has ended the wait of {@code woken} by unparking it. */
    default void woken(Thread waker, Thread woken, long nanos) {}

    /** Whether to report Flight Recorder events of the program, as if a recording were running. */
    default boolean watchesEvents() {
        return false;
    }

    /** The running thread began an event. */
    default void began(Event event, long nanos) {}

    /** The running thread committed an event, with or without {@code begin()}. */
    default void committed(Event event, long nanos) {}

    /** The running thread passed a task to a pool. */
    default void submitted(long nanos) {}

    /** The running thread, which belongs to a pool, began a task. */
    default void dequeued(long nanos) {}

    /** A task of the running thread failed, or a wait of it was interrupted. */
    default void failed(Throwable failure, long nanos) {}
}
