package interleave.recorder.layout;

import interleave.recorder.model.Ending;
import interleave.recorder.model.Mark;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.time.Duration;
import java.util.Locale;

/** The texts that all views use: for durations, endings, states and marks. */
public final class Labels {

    private Labels() {}

    /** A duration: "2.5 ms", "20 ms", "3.0 s", "3 min 05 s". */
    public static String duration(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos < 9_950_000) {
            return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
        }
        if (nanos < 999_500_000) {
            return Math.round(nanos / 1e6) + " ms";
        }
        if (nanos < 59_950_000_000L) {
            return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
        }
        long seconds = Math.round(nanos / 1e9);
        return String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60);
    }

    /** How long a version took: "3.0 s", "failed at 1.0 s", "2.0 s so far". */
    public static String time(Timeline timeline) {
        String time = duration(timeline.duration());
        return switch (timeline.ending()) {
            case DONE -> time;
            case FAILED, STOPPED -> ending(timeline.ending()) + " at " + time;
            case OPEN -> time + " so far";
        };
    }

    /** The same where there is only room for a time or a word, and where times are compared. */
    public static String shortTime(Timeline timeline) {
        return switch (timeline.ending()) {
            case DONE, OPEN -> duration(timeline.duration());
            case FAILED, STOPPED -> ending(timeline.ending());
        };
    }

    private static String ending(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }

    /** What a state means, for a legend. */
    public static String meaning(State state) {
        return switch (state) {
            case RUNNING -> "runs";
            case SLEEP -> "sleeps";
            case LOCK -> "waits for a lock";
            case IO -> "waits for a socket";
            case RESULT -> "waits for others";
            case IDLE -> "waits for work";
            case OTHER -> "waits";
        };
    }

    /** What a mark means, for a legend. */
    public static String meaning(Mark.Kind kind) {
        return switch (kind) {
            case PRINTED -> "prints a line";
            case COMPLAINED -> "prints to System.err";
            case FAILED -> "fails, or is stopped";
        };
    }
}
