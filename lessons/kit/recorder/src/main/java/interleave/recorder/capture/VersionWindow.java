package interleave.recorder.capture;

import interleave.recorder.model.Ending;
import java.time.Duration;

/** The period in which a version ran, in nanoseconds since the epoch, and its main thread. */
record VersionWindow(int number, String name, long mainThread, long start, long end, Ending ending) {

    boolean finished() {
        return ending != Ending.OPEN;
    }

    boolean isStuck() {
        return ending == Ending.STUCK;
    }

    boolean contains(long time) {
        return start <= time && time <= end;
    }

    VersionWindow endedAt(long time, Ending how) {
        return new VersionWindow(number, name, mainThread, start, time, how);
    }

    /** The time since the start, at most that of the end. */
    Duration at(long time) {
        return sinceStart(Math.min(time, end));
    }

    /** The time since the start, which may be after the end. */
    Duration sinceStart(long time) {
        return Duration.ofNanos(Math.max(0, time - start));
    }
}
