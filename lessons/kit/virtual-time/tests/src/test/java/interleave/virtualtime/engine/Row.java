package interleave.virtualtime.engine;

import java.time.Duration;
import java.util.List;

/**
 * A test case: a construct, its exact virtual time and its log.
 *
 * @param takes the virtual time
 * @param logs the expected lines, in order
 */
record Row(String name, Duration takes, Construct body, List<String> logs) {

    /** Plain concurrent code. */
    @FunctionalInterface
    interface Construct {
        void run(Transcript log) throws Throwable;
    }

    /** The body of a thread. */
    @FunctionalInterface
    interface Action {
        void run() throws Throwable;
    }

    static Row row(String name, long millis, Construct body, String... logs) {
        return new Row(name, Duration.ofMillis(millis), body, List.of(logs));
    }

    /** A copy with a virtual time in nanoseconds. */
    Row takingNanos(long nanos) {
        return new Row(name, Duration.ofNanos(nanos), body, logs);
    }

    /** A platform thread that runs {@code step}. */
    static Thread start(Action step) {
        var thread = new Thread(running(step));
        thread.start();
        return thread;
    }

    /** A virtual thread that runs {@code step}. */
    static Thread startVirtual(Action step) {
        return Thread.startVirtualThread(running(step));
    }

    static Runnable running(Action step) {
        return () -> {
            try {
                step.run();
            } catch (Throwable failure) {
                throw new IllegalStateException(failure);
            }
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
