// says: Ann heard "
package chatserver;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

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
        var receivers = new ArrayList<>(listeners.stream().map(Receiver::new).toList());
        for (String line : lines) {
            receivers.removeIf(receiver -> !receiver.takes(line));
            Thread.sleep(ofSeconds(1));
        }
        for (var receiver : receivers) {
            receiver.pending.put("");
        }
        for (var receiver : receivers) {
            receiver.thread.join();
        }
    }

    private static final class Receiver {
        private final Listener listener;
        private final BlockingQueue<String> pending = new ArrayBlockingQueue<>(MOST_PENDING);
        private final Thread thread = Thread.startVirtualThread(this::hearAll);

        Receiver(Listener listener) {
            this.listener = listener;
        }

        boolean takes(String line) {
            try {
                pending.put(line);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
            return true;
        }

        private void hearAll() {
            try {
                for (String line = pending.take(); !line.isEmpty(); line = pending.take()) {
                    listener.hear(line);
                }
            } catch (InterruptedException dropped) {
                Thread.currentThread().interrupt();
            }
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
