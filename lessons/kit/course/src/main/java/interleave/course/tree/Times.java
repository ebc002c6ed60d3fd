package interleave.course.tree;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Times as the tree shows them. */
final class Times {
    private static final Duration LONG = Duration.ofMinutes(10);

    private Times() {}

    /** Such as {@code 4.8 s}, or {@code 12 min} for long times. */
    static String seconds(long millis) {
        Duration time = Duration.ofMillis(Math.max(0, millis));
        return time.compareTo(LONG) < 0
                ? BigDecimal.valueOf(time.toMillis() / 100, 1) + " s"
                : String.format(Locale.ROOT, "%,d min", time.toMinutes());
    }
}
