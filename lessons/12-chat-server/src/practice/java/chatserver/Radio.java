package chatserver;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
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

    /**
     * Sends one line per second to all listeners, and returns when all have been heard. If MOST_PENDING lines are
     * already waiting for a listener when the next line is sent, prints "... is dropped", and the listener hears
     * nothing more.
     */
    static void broadcast(List<String> lines, List<Listener> listeners) throws InterruptedException {
        for (String line : lines) {
            // TODO: hear blocks, so one slow listener delays all others. Put the line into a bounded queue per
            // listener instead.
            for (Listener listener : listeners) {
                listener.hear(line);
            }
            Thread.sleep(ofSeconds(1));
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
