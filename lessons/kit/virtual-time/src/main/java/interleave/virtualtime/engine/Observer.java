package interleave.virtualtime.engine;

import jdk.jfr.Event;

/** Watches the threads of a run, from the driver's thread; times are virtual nanoseconds since the start. */
public interface Observer {
    /** Watches nothing. */
    Observer NONE = new Observer() {};

    /** A thread got the processor. */
    default void resumed(Thread thread, long nanos) {}

    /** A thread gave up the processor: it waits, has yielded, or has ended. */
    default void paused(Thread thread, long nanos) {}

    /** Whether Flight Recorder events of the program are to be told, as if a recording were on. */
    default boolean watchesEvents() {
        return false;
    }

    /** The running thread began an event. */
    default void began(Event event, long nanos) {}

    /** The running thread committed an event, begun or not. */
    default void committed(Event event, long nanos) {}

    /** Work of the running thread ended with a failure, or a wait of its with an interrupt. */
    default void failed(Throwable failure, long nanos) {}
}
