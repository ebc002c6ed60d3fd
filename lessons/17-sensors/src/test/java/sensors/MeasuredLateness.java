package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Measures on the real clock how late the ticks of a gyroscope are, in each version: a hundred ticks per second for ten
 * seconds, three times, after a warm-up. With the argument {@code busy}, other threads compute on all processors.
 */
final class MeasuredLateness {

    private static final int ROUNDS = 3;

    private MeasuredLateness() {}

    static void main(String[] args) throws Exception {
        if (args.length > 0) {
            IntStream.range(0, 2 * Runtime.getRuntime().availableProcessors())
                    .forEach(thread -> Thread.ofPlatform().daemon().start(MeasuredLateness::compute));
        }
        for (var version : Versions.values()) {
            measure(version, 2);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var version : Versions.values()) {
                var gyroscope = measure(version, 10);
                IO.println(
                        version + ": " + gyroscope + ", " + gyroscope.lateness().below(ofMillis(1)) + " below 1 ms");
                gyroscope.lateness().lines().forEach(IO::println);
            }
        }
    }

    private static Metronome measure(Robot version, int seconds) throws Exception {
        var metronome = new Metronome(ofMillis(10), ofSeconds(seconds), MissedTicks.SKIP);
        version.run(List.of(new Device("gyroscope", metronome, (InstantJob) () -> {})));
        return metronome;
    }

    private static void compute() {
        while (true) {
            Thread.onSpinWait();
        }
    }
}
