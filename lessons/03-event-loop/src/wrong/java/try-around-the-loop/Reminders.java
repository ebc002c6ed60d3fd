// says: Expected "The tea is done" at 2 s, but it was never printed
// says: Put the try inside the loop
package eventloop;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;

/** A small loop: runs callbacks at given times, on the thread that calls {@link #run}. */
final class Reminders {

    private record Reminder(Duration due, Runnable callback) {}

    private final long begun = System.nanoTime();
    private final Queue<Reminder> waiting = new PriorityQueue<>(Comparator.comparing(Reminder::due));

    /** Requests a callback after {@code delay}. Callbacks may request further ones. */
    void callLater(Duration delay, Runnable callback) {
        waiting.add(new Reminder(now().plus(delay), callback));
    }

    /**
     * Runs each callback when it is due, and returns when none is left. If one throws, prints "Failed: " and its
     * message.
     */
    void run() throws InterruptedException {
        try {
            while (!waiting.isEmpty()) {
                Reminder next = waiting.remove();
                Thread.sleep(next.due().minus(now()));
                next.callback().run();
            }
        } catch (RuntimeException failed) {
            IO.println("Failed: " + failed.getMessage());
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static void main() throws Exception {
        var kitchen = new Reminders();
        kitchen.callLater(ofSeconds(5), () -> IO.println("The eggs are done"));
        kitchen.callLater(ofSeconds(2), () -> IO.println("The tea is done"));
        kitchen.run();
    }
}
