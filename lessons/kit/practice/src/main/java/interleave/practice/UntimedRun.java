package interleave.practice;

import interleave.recorder.model.Timeline;
import interleave.virtualtime.VirtualRun;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run under a schedule that was drawn at random. The scheduler decides which thread comes first when several are
 * ready, so that moments are not compared: a correct program may print a line at another moment.
 */
public final class UntimedRun extends Run {

    /** @param number how many runs the check made before this one */
    public UntimedRun(int number, VirtualRun run, Optional<Throwable> thrown, Timeline timeline, Incidents incidents) {
        super(number, run, thrown, timeline, incidents);
    }

    /** Such a schedule makes a thread yield at random, which looks like busy waiting. */
    @Override
    public boolean isBusyWaiting() {
        return false;
    }

    @Override
    public Finding took(Duration expected) {
        return nothing();
    }

    @Override
    public Finding printedAt(Duration moment, String line) {
        return printedLine(line);
    }

    @Override
    public Finding printedInAnyOrderAt(Duration moment, String... expected) {
        return Stream.of(expected).map(this::printedLine).reduce(nothing(), Finding::and);
    }
}
