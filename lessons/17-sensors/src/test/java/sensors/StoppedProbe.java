package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.util.List;

/**
 * Ticks a hundred times per second for five seconds. Prints a line at the first tick, and counts of all ticks at the
 * end.
 */
final class StoppedProbe {

    static final int MOMENTS = 500;

    private StoppedProbe() {}

    static void main(String[] args) throws Exception {
        var metronome = new Metronome(ofMillis(10), ofSeconds(5), MissedTicks.valueOf(args[0]));
        var sensor = new Device("sensor", metronome, (InstantJob) () -> {
            if (metronome.lateness().count() == 1) {
                IO.println("ticking");
            }
        });
        new WithVirtualThreads().run(List.of(sensor));
        var lateness = metronome.lateness();
        IO.println(String.join(
                " ",
                Long.toString(lateness.count()),
                Long.toString(metronome.missed()),
                Long.toString(lateness.count() - lateness.below(ofMillis(10))),
                Long.toString(lateness.worst().toMillis())));
    }
}
