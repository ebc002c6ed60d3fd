package interleave.recorder.layout;

import interleave.recorder.model.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Where a moment lies between the left edge of a drawing and its right one, whatever its width. */
public record TimeAxis(Duration total) {

    /** The axis that holds all these. */
    public static TimeAxis of(List<Timeline> timelines) {
        return new TimeAxis(timelines.stream()
                .map(Timeline::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO));
    }

    /** From 0 to 1; what lies after the end counts as the end. */
    public double fraction(Duration at) {
        return Math.clamp((double) at.toNanos() / Math.max(1, total.toNanos()), 0, 1);
    }

    /** Such as {@code 33.333%}. */
    public String percent(Duration at) {
        return percent(fraction(at));
    }

    /** A moment as all moments on this axis are told: "1.00 s". */
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
