package interleave.recorder.capture;

import interleave.recorder.model.Ending;
import java.time.Duration;

/** When a version ran, in nanoseconds since the epoch, and on which main thread. */
record VersionWindow(int number, String name, long mainThread, long start, long end, Ending ending) {

    boolean finished() {
        return ending != Ending.OPEN;
    }

    boolean contains(long time) {
        return start <= time && time <= end;
    }

    VersionWindow endedAt(long time, Ending how) {
        return new VersionWindow(number, name, mainThread, start, time, how);
    }

    /** {@code time} as the model has it, held within the version. */
    Duration at(long time) {
        return sinceStart(Math.min(time, end));
    }

    /** {@code time} as the model has it; it may lie after the version's end. */
    Duration sinceStart(long time) {
        return Duration.ofNanos(Math.max(0, time - start));
    }
}
