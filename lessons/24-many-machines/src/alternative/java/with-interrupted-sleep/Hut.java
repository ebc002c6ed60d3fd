package manymachines;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A mountain hut that listens to the radios of climbers, and finds out who is missing: a failure detector. */
final class Hut {
    /** Received when the watch ends. */
    static final String OVER = "over";

    /**
     * Watches the climbers until {@link #OVER} is received. Each signal on the radio is the name of the climber who
     * sent it. It can arrive at any time.
     *
     * <p>When a climber has been silent for {@code silence}, the hut prints "Anna?" and calls her. If she is silent for
     * {@code grace} after that, it prints "Anna is missing", once. If a missing climber sends a signal, it prints "Anna
     * is back", and watches her again.
     *
     * @param call calls a climber, and returns at once; an answer is a signal like any other
     */
    static void watch(
            BlockingQueue<String> radio, List<String> climbers, Duration silence, Duration grace, Consumer<String> call)
            throws InterruptedException {
        var sleepers = new HashMap<String, Thread>();
        var missing = ConcurrentHashMap.<String>newKeySet();
        for (String name : climbers) {
            sleepers.put(name, sleeper(name, missing, silence, grace, call));
        }
        for (String signal = radio.take(); !signal.equals(OVER); signal = radio.take()) {
            Thread before = sleepers.get(signal);
            before.interrupt();
            before.join();
            if (missing.remove(signal)) {
                IO.println(signal + " is back");
            }
            sleepers.put(signal, sleeper(signal, missing, silence, grace, call));
        }
        for (Thread sleeper : sleepers.values()) {
            sleeper.interrupt();
            sleeper.join();
        }
    }

    /** A signal interrupts it. */
    private static Thread sleeper(
            String name, Set<String> missing, Duration silence, Duration grace, Consumer<String> call) {
        return Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(silence);
                IO.println(name + "?");
                call.accept(name);
                Thread.sleep(grace);
                missing.add(name);
                IO.println(name + " is missing");
            } catch (InterruptedException signal) {
                // the climber was heard
            }
        });
    }

    static void main() throws InterruptedException {
        var radio = new LinkedBlockingQueue<String>();
        Thread.startVirtualThread(() -> {
            for (int second = 1; second <= 12; second++) {
                pause(ofSeconds(1));
                radio.add("Ben");
                if (second <= 2 || second == 9) {
                    radio.add("Anna");
                }
            }
            radio.add(OVER);
        });
        watch(radio, List.of("Anna", "Ben"), ofSeconds(3), ofMillis(500), name -> IO.println("Calling " + name));
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
