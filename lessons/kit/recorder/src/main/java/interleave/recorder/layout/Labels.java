package interleave.recorder.layout;

import interleave.recorder.model.Ending;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Timeline;
import java.time.Duration;
import java.util.Locale;

/** The words that all views use for durations, endings and marks. {@code State.meaning()} has those for states. */
public final class Labels {

    /** The legend entry for a lane that outlives its version. */
    public static final String OUTLIVES = "continues after the version has returned";

    /** The legend entry for a row that stands for many lanes. */
    public static final String DENSITY = "number in progress";

    /** The legend entry for the line below the lanes of the critical path. */
    public static final String CRITICAL_PATH = "critical path";

    /** The legend entry for the sleep of a loop task. */
    public static final String SLEEP_WITHOUT_THREAD = "sleeping without a thread";

    /** The heading for the peak of the lanes in progress at the same time. */
    public static final String MAX_CONCURRENT = "max concurrent";

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

    /** How long a version took: "3.0 s", "failed at 1.0 s", "stuck at 1.0 s", "2.0 s so far". */
    public static String time(Timeline timeline) {
        String time = duration(timeline.duration());
        return switch (timeline.ending()) {
            case DONE -> time;
            case FAILED, STUCK, STOPPED -> ending(timeline.ending()) + " at " + time;
            case OPEN -> time + " so far";
        };
    }

    /** The time or, for a version that did not finish, the ending: "3.0 s", "failed", "stuck". */
    public static String shortTime(Timeline timeline) {
        return switch (timeline.ending()) {
            case DONE, OPEN -> duration(timeline.duration());
            case FAILED, STUCK, STOPPED -> ending(timeline.ending());
        };
    }

    private static String ending(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT);
    }

    /** A mark in words, for a legend. States have theirs in {@code State.meaning()}. */
    public static String meaning(Mark.Kind kind) {
        return switch (kind) {
            case PRINTED -> "prints a line";
            case PRINTED_TO_ERR -> "prints to System.err";
            case FAILED -> "fails or is cancelled";
        };
    }
}
