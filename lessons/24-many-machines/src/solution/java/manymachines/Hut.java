package manymachines;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
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
        var watched = new LinkedHashMap<String, Climber>();
        for (String name : climbers) {
            watched.put(name, new Climber(State.HEARD, System.nanoTime() + silence.toNanos()));
        }
        while (true) {
            String signal = radio.poll(untilFirst(watched), NANOSECONDS);
            long now = System.nanoTime();
            if (signal == null) {
                watched.replaceAll(
                        (name, climber) -> climber.isDue(now) ? next(name, climber, now, grace, call) : climber);
            } else if (signal.equals(OVER)) {
                return;
            } else {
                if (watched.get(signal).state == State.MISSING) {
                    IO.println(signal + " is back");
                }
                watched.put(signal, new Climber(State.HEARD, now + silence.toNanos()));
            }
        }
    }

    private enum State {
        HEARD,
        SUSPECTED,
        MISSING
    }

    private record Climber(State state, long deadline) {
        boolean isDue(long now) {
            return state != State.MISSING && deadline - now <= 0;
        }
    }

    private static long untilFirst(Map<String, Climber> watched) {
        long now = System.nanoTime();
        return watched.values().stream()
                .filter(climber -> climber.state != State.MISSING)
                .mapToLong(climber -> climber.deadline - now)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static Climber next(String name, Climber climber, long now, Duration grace, Consumer<String> call) {
        if (climber.state == State.HEARD) {
            IO.println(name + "?");
            call.accept(name);
            return new Climber(State.SUSPECTED, now + grace.toNanos());
        }
        IO.println(name + " is missing");
        return new Climber(State.MISSING, now);
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
