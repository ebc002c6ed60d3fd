// says: Ann heard "two" at
package chatserver;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** A speaker says a line each second. Listeners take their time with each. */
final class Radio {
    /** So many lines may wait for a listener. */
    static final int MOST_PENDING = 3;

    /** Somebody who takes a line at a time, and so long for each. */
    record Listener(String name, Duration pause) {
        void hear(String line) throws InterruptedException {
            Thread.sleep(pause);
            IO.println(name + " has heard " + line);
        }
    }

    /**
     * Says all lines to all listeners, one a second, and comes back when they have been heard. A line that comes when
     * MOST_PENDING are waiting for a listener is too much: "... is dropped" is printed, and that listener hears nothing
     * more.
     */
    static void say(List<String> lines, List<Listener> listeners) throws InterruptedException {
        for (String line : lines) {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Listener listener : listeners) {
                    threads.submit(() -> {
                        listener.hear(line);
                        return null;
                    });
                }
            }
            Thread.sleep(ofSeconds(1));
        }
    }

    static void main() throws InterruptedException {
        say(
                List.of("one", "two", "three", "four", "five", "six"),
                List.of(
                        new Listener("Ann", ofMillis(100)),
                        new Listener("Sam", ofSeconds(10)),
                        new Listener("Bob", ofMillis(200))));
    }
}
