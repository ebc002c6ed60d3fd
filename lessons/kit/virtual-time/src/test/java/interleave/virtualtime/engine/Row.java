package interleave.virtualtime.engine;

import java.time.Duration;
import java.util.List;

/**
 * A row of the table of constructs.
 *
 * @param takes the virtual time it takes, exactly
 * @param says what it says, in order
 */
record Row(String name, Duration takes, Construct body, List<String> says) {

    /** A piece of plain concurrent Java. */
    @FunctionalInterface
    interface Construct {
        void run(Transcript said) throws Throwable;
    }

    /** What a thread does. */
    @FunctionalInterface
    interface Action {
        void run() throws Throwable;
    }

    static Row row(String name, long millis, Construct body, String... says) {
        return new Row(name, Duration.ofMillis(millis), body, List.of(says));
    }

    /** The same, to the nanosecond. */
    Row takingNanos(long nanos) {
        return new Row(name, Duration.ofNanos(nanos), body, says);
    }

    /** A platform thread that does {@code step}. */
    static Thread start(Action step) {
        var thread = new Thread(running(step));
        thread.start();
        return thread;
    }

    /** A virtual thread that does {@code step}. */
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
