package manymachines;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
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
        var timers = new HashMap<String, ScheduledFuture<?>>();
        var missing = new HashSet<String>();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            for (String name : climbers) {
                clock.execute(() -> expect(name, timers, missing, clock, silence, grace, call));
            }
            for (String signal = radio.take(); !signal.equals(OVER); signal = radio.take()) {
                String name = signal;
                clock.execute(() -> expect(name, timers, missing, clock, silence, grace, call));
            }
            clock.shutdownNow();
        }
    }

    /** Runs on the only thread of the clock, so the maps need no lock. */
    private static void expect(
            String name,
            HashMap<String, ScheduledFuture<?>> timers,
            HashSet<String> missing,
            ScheduledExecutorService clock,
            Duration silence,
            Duration grace,
            Consumer<String> call) {
        if (missing.remove(name)) {
            IO.println(name + " is back");
        }
        Runnable giveUp = () -> {
            IO.println(name + " is missing");
            missing.add(name);
        };
        Runnable ask = () -> {
            IO.println(name + "?");
            call.accept(name);
            timers.put(name, clock.schedule(giveUp, grace.toNanos(), NANOSECONDS));
        };
        ScheduledFuture<?> before = timers.put(name, clock.schedule(ask, silence.toNanos(), NANOSECONDS));
        if (before != null) {
            before.cancel(false);
        }
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
