// says: two threads use a HashMap
// says: (merge)
package chatserver;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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

    static void broadcast(List<String> lines, List<Listener> listeners) throws InterruptedException {
        var pending = new HashMap<Listener, Integer>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var single = new HashMap<Listener, ExecutorService>();
            for (var l : listeners) {
                pending.put(l, 0);
                single.put(l, Executors.newSingleThreadExecutor());
            }
            var dropped = new HashSet<Listener>();
            for (var line : lines) {
                for (var l : listeners) {
                    if (dropped.contains(l)) continue;
                    if (pending.get(l) > MOST_PENDING) {
                        dropped.add(l);
                        IO.println(l.name() + " is dropped");
                        single.get(l).shutdownNow();
                        continue;
                    }
                    pending.merge(l, 1, Integer::sum);
                    single.get(l).submit(() -> {
                        l.hear(line);
                        pending.merge(l, -1, Integer::sum);
                        return null;
                    });
                }
                Thread.sleep(ofSeconds(1));
            }
            single.values().forEach(ExecutorService::close);
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
