package interleave.recorder;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Where a moment lies between the left edge of a drawing and its right one, whatever its width. */
record TimeAxis(Duration total) {

    static TimeAxis of(List<Timeline> timelines) {
        return new TimeAxis(timelines.stream()
                .map(Timeline::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO));
    }

    /** From 0 to 1; what lies after the end counts as the end. */
    double fraction(Duration at) {
        return Math.clamp((double) at.toNanos() / Math.max(1, total.toNanos()), 0, 1);
    }

    /** Such as {@code 33.333%}. */
    String percent(Duration at) {
        return percent(fraction(at));
    }

    /** A moment as all moments on this axis are told: "1.00 s". */
    String moment(Duration at) {
        long nanos = total.toNanos();
        return nanos >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.2f s", at.toNanos() / 1e9)
                : String.format(Locale.ROOT, "%.2f ms", at.toNanos() / 1e6);
    }

    static String percent(double fraction) {
        String digits = String.format(Locale.ROOT, "%.3f", 100 * fraction);
        return digits.replaceFirst("\\.?0+$", "") + "%";
    }
}
