package interleave.recorder.layout;

import interleave.recorder.model.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** A time axis of any width: maps moments to fractions of it. */
public record TimeAxis(Duration total) {

    /** The axis for all these timelines. */
    public static TimeAxis of(List<Timeline> timelines) {
        return new TimeAxis(timelines.stream()
                .map(Timeline::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO));
    }

    /** The position from 0 to 1. Moments after the end are at 1. */
    public double fraction(Duration at) {
        return Math.clamp((double) at.toNanos() / Math.max(1, total.toNanos()), 0, 1);
    }

    /** The position as a percentage, such as {@code 33.333%}. */
    public String percent(Duration at) {
        return percent(fraction(at));
    }

    /** A moment as text, in the unit of this axis: "1.00 s". */
    public String moment(Duration at) {
        long nanos = total.toNanos();
        return nanos >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.2f s", at.toNanos() / 1e9)
                : String.format(Locale.ROOT, "%.2f ms", at.toNanos() / 1e6);
    }

    /** A share of the axis, such as {@code 33.333%}. */
    public static String percent(double fraction) {
        String digits = String.format(Locale.ROOT, "%.3f", 100 * fraction);
        return digits.replaceFirst("\\.?0+$", "") + "%";
    }
}
