package sensors;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A histogram of how late ticks were. It has a counter for each range of times, so its size does not depend on the
 * number of ticks. Not thread-safe.
 */
public final class Lateness {

    private static final int LONGEST_BAR = 40;

    /** The upper limits of the ranges, in microseconds. The last range has none. */
    private static final long[] LIMITS = {
        100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000
    };

    private final long[] counts = new long[LIMITS.length + 1];
    private long count;
    private long worst;

    void add(long nanos) {
        int range = 0;
        while (range < LIMITS.length && nanos >= LIMITS[range] * 1_000) {
            range++;
        }
        counts[range]++;
        count++;
        worst = Math.max(worst, nanos);
    }

    /** The number of ticks. */
    public long count() {
        return count;
    }

    /** The largest lateness of a tick. */
    public Duration worst() {
        return Duration.ofNanos(worst);
    }

    /** The number of ticks whose lateness was below this limit, which must be one of the limits. */
    public long below(Duration limit) {
        return IntStream.range(0, LIMITS.length)
                .filter(range -> LIMITS[range] * 1_000 <= limit.toNanos())
                .mapToLong(range -> counts[range])
                .sum();
    }

    /** The histogram, one line for each range from the first to the last that is not empty. */
    public List<String> lines() {
        return IntStream.rangeClosed(first(), last()).mapToObj(this::line).toList();
    }

    private int first() {
        return IntStream.range(0, counts.length)
                .filter(this::isUsed)
                .findFirst()
                .orElse(0);
    }

    private int last() {
        return IntStream.range(0, counts.length).filter(this::isUsed).max().orElse(0);
    }

    private boolean isUsed(int range) {
        return counts[range] > 0;
    }

    private String line(int range) {
        String limit = range < LIMITS.length ? "below " + millis(LIMITS[range]) : "1000 ms or more";
        String bar = "#".repeat((int) Math.ceilDiv(LONGEST_BAR * counts[range], Math.max(1, count)));
        return String.format(Locale.ROOT, "%15s %,7d %s", limit, counts[range], bar)
                .stripTrailing();
    }

    private static String millis(long micros) {
        return micros < 1_000 ? "0." + micros / 100 + " ms" : micros / 1_000 + " ms";
    }
}
