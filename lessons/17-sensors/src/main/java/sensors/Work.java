package sensors;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How long the work of each tick takes. */
enum Work {

    /** A tick takes 25 ms, but the third 900 ms, as if stopped by garbage collection or another program. */
    PAUSE {
        @Override
        Duration takes(int tick) {
            return ofMillis(tick == 3 ? 900 : 25);
        }
    },

    /** Each tick takes longer than a period. */
    TOO_MUCH {
        @Override
        Duration takes(int tick) {
            return ofMillis(300);
        }
    };

    static final Duration PERIOD = ofMillis(200);

    private static final Duration LENGTH = ofMillis(2_400);

    /** How long the work of this tick takes. The first tick is 1. */
    abstract Duration takes(int tick);

    /** Ticks every 200 ms for 2.4 s, and prints each tick. */
    Metronome run(MissedTicks policy) throws InterruptedException {
        var metronome = new Metronome(PERIOD, LENGTH, policy);
        for (int tick = 1; metronome.hasNext(); tick++) {
            Thread.sleep(metronome.untilDue());
            print(metronome.tick());
            Thread.sleep(takes(tick));
        }
        return metronome;
    }

    private static void print(Duration late) {
        long millis = late.toMillis();
        IO.println(millis == 0 ? "Tick" : "Tick, " + millis + " ms late");
    }

    /**
     * Returns the work with this name, or a pause if there are no arguments.
     *
     * @throws IllegalArgumentException if there is no such work
     */
    static Work named(String... arguments) {
        String name = arguments.length == 0 ? "pause" : String.join(" ", arguments);
        return Arrays.stream(values())
                .filter(work -> work.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown argument '" + name + "'. After --, this version accepts " + words() + "."));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words() {
        return Arrays.stream(values()).map(Work::word).collect(Collectors.joining(", "));
    }
}
