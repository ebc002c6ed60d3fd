// says: Expected "Sam is dropped" once
package chatserver;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

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
        final String END = new String("end");
        int n = listeners.size();
        var q = new ArrayList<BlockingQueue<String>>();
        for (int i = 0; i < n; i++) q.add((new ArrayBlockingQueue<String>(MOST_PENDING)));
        var t = new Thread[n];
        for (int k = 0; k < n; k++) {
            int i = k;
            var l0 = listeners.get(k);
            t[k] = Thread.startVirtualThread(() -> {
                try {
                    for (String s = q.get(i).take(); s != END; s = q.get(i).take()) l0.hear(s);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        for (String line : lines) {
            for (int i = 0; i < n; i++) {
                var l = listeners.get(i);
                if (!q.get(i).offer(line)) {
                    IO.println(l.name() + " is dropped");
                    t[i].interrupt();
                }
            }
            Thread.sleep(ofSeconds(1));
        }
        for (int i = 0; i < n; i++) if (t[i].isAlive()) q.get(i).put(END);
        for (var x : t) x.join();
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
