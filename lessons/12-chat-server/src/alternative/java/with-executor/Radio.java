package chatserver;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var receivers = new ArrayList<>(listeners.stream()
                    .map(listener -> new Receiver(listener, threads))
                    .toList());
            for (String line : lines) {
                receivers.removeIf(receiver -> !receiver.send(line));
                Thread.sleep(ofSeconds(1));
            }
            for (var receiver : receivers) {
                receiver.pending.put("");
            }
        }
    }

    private static final class Receiver {
        private final Listener listener;
        private final BlockingQueue<String> pending = new ArrayBlockingQueue<>(MOST_PENDING);
        private final Future<?> hearing;

        Receiver(Listener listener, ExecutorService threads) {
            this.listener = listener;
            this.hearing = threads.submit(this::hearAll);
        }

        boolean send(String line) {
            if (pending.offer(line)) {
                return true;
            }
            IO.println(listener.name() + " is dropped");
            hearing.cancel(true);
            return false;
        }

        private Void hearAll() throws InterruptedException {
            for (String line = pending.take(); !line.isEmpty(); line = pending.take()) {
                listener.hear(line);
            }
            return null;
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
