package eventloop;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A small loop: runs callbacks at given times, on the thread that calls {@link #run}. */
final class Reminders {

    private record Reminder(long due, Runnable callback) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(NANOSECONDS), other.getDelay(NANOSECONDS));
        }
    }

    /** Its method take blocks until the first element is due. */
    private final DelayQueue<Reminder> waiting = new DelayQueue<>();

    /** Requests a callback after {@code delay}. Callbacks may request further ones. */
    void callLater(Duration delay, Runnable callback) {
        waiting.add(new Reminder(System.nanoTime() + delay.toNanos(), callback));
    }

    /**
     * Runs each callback when it is due, and returns when none is left. If one throws, prints "Failed: " and its
     * message.
     */
    void run() throws InterruptedException {
        while (!waiting.isEmpty()) {
            call(waiting.take().callback());
        }
    }

    private static void call(Runnable callback) {
        try {
            callback.run();
        } catch (RuntimeException failed) {
            IO.println("Failed: " + failed.getMessage());
        }
    }

    static void main() throws Exception {
        var kitchen = new Reminders();
        kitchen.callLater(ofSeconds(5), () -> IO.println("The eggs are done"));
        kitchen.callLater(ofSeconds(2), () -> IO.println("The tea is done"));
        kitchen.run();
    }
}
