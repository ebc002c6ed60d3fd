// says: A map keeps one value per key
package eventloop;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.TreeMap;

/** A small loop: runs callbacks at given times, on the thread that calls {@link #run}. */
final class Reminders {

    private record Reminder(Duration due, Runnable callback) {}

    private final long begun = System.nanoTime();
    private final Queue<Reminder> waiting = new ArrayDeque<>();

    void callLater(Duration delay, Runnable callback) {
        map.put(now().plus(delay), callback);
    }

    void run() throws InterruptedException {
        while (!map.isEmpty()) {
            var next = map.pollFirstEntry();
            var left = next.getKey().minus(now());
            if (left.isPositive()) Thread.sleep(left);
            try {
                next.getValue().run();
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

    private final TreeMap<Duration, Runnable> map = new TreeMap<>();
}
