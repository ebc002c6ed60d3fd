package interleave.virtualtime.engine;

/** Watches the threads of a run, from the driver's thread; times are virtual nanoseconds since the start. */
public interface Observer {
    /** Watches nothing. */
    Observer NONE = new Observer() {};

    /** A thread got the processor. */
    default void resumed(Thread thread, long nanos) {}

    /** A thread gave up the processor: it waits, has yielded, or has ended. */
    default void paused(Thread thread, long nanos) {}
}
