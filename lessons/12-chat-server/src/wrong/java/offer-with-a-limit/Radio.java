// says: Expected "Ann has heard six" at 5.1 s
// says: the broadcast waited for room
// says: returns false at once
package chatserver;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A radio station sends one line per second to all its listeners. A listener may be slow. */
final class Radio {
    /** How many lines may wait for one listener. */
    static final int MOST_PENDING = 3;

    /** A listener who hears one line at a time, and needs this long for each. */
    record Listener(String name, Duration pause) {
        void hear(String line) throws InterruptedException {
            Thread.sleep(pause);
            IO.println(name + " has heard " + line);
        }
    }

    /**
     * Sends one line per second to all listeners, and returns when all have been heard. If MOST_PENDING lines are
     * already waiting for a listener when the next line is sent, prints "... is dropped", and the listener hears
     * nothing more.
     */
    static void broadcast(List<String> lines, List<Listener> listeners) throws InterruptedException {
        var queues = new LinkedHashMap<Listener, BlockingQueue<String>>();
        var hearing = new HashMap<Listener, Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Listener listener : listeners) {
                var queue = new ArrayBlockingQueue<String>(MOST_PENDING);
                queues.put(listener, queue);
                hearing.put(listener, threads.submit(() -> {
                    for (String line = queue.take(); !line.isEmpty(); line = queue.take()) {
                        listener.hear(line);
                    }
                    return null;
                }));
            }
            for (String line : lines) {
                for (var all = queues.entrySet().iterator(); all.hasNext(); ) {
                    var each = all.next();
                    if (!each.getValue().offer(line, 1, TimeUnit.SECONDS)) {
                        IO.println(each.getKey().name() + " is dropped");
                        hearing.get(each.getKey()).cancel(true);
                        all.remove();
                    }
                }
                Thread.sleep(ofSeconds(1));
            }
            for (var queue : queues.values()) {
                queue.put("");
            }
        }
    }

    static void main() throws InterruptedException {
        broadcast(
                List.of("one", "two", "three", "four", "five", "six"),
                List.of(
                        new Listener("Ann", ofMillis(100)),
                        new Listener("Sam", ofSeconds(10)),
                        new Listener("Bob", ofMillis(200))));
    }
}
