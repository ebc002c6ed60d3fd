// says: two threads use an ArrayList
package chatserver;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

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
        int n = listeners.size();
        var q = new ArrayList<ArrayDeque<String>>();
        var t = new Thread[n];
        var dropped = new boolean[n];
        var over = new boolean[1];
        for (int k = 0; k < n; k++) {
            q.add(new ArrayDeque<>());
            int i = k;
            t[k] = new Thread(() -> {
                try {
                    while (!over[0] || !q.get(i).isEmpty()) {
                        String s = q.get(i).poll();
                        if (s == null) Thread.sleep(1);
                        else listeners.get(i).hear(s);
                    }
                } catch (InterruptedException e) {
                }
            });
            t[k].start();
        }
        for (String line : lines) {
            for (int i = 0; i < n; i++) {
                if (dropped[i]) continue;
                if (q.get(i).size() == MOST_PENDING) {
                    dropped[i] = true;
                    t[i].interrupt();
                    IO.println(listeners.get(i).name() + " is dropped");
                } else q.get(i).add(line);
            }
            Thread.sleep(ofSeconds(1));
        }
        over[0] = true;
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
