// says: Expected "The second cup is done" at 4 s, but it was printed at 6 s
// says: sorted once
package eventloop;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A small loop: runs callbacks at given times, on the thread that calls {@link #run}. */
final class Reminders {

    private record Reminder(Duration due, Runnable callback) {}

    private final long begun = System.nanoTime();
    private final List<Reminder> waiting = new ArrayList<>();

    /** Requests a callback after {@code delay}. Callbacks may request further ones. */
    void callLater(Duration delay, Runnable callback) {
        waiting.add(new Reminder(now().plus(delay), callback));
    }

    /**
     * Runs each callback when it is due, and returns when none is left. If one throws, prints "Failed: " and its
     * message.
     */
    void run() throws InterruptedException {
        waiting.sort(Comparator.comparing(Reminder::due));
        while (!waiting.isEmpty()) {
            Reminder next = waiting.removeFirst();
            Thread.sleep(next.due().minus(now()));
            try {
                next.callback().run();
            } catch (RuntimeException e) {
                IO.println("Failed: " + e.getMessage());
            }
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
