package interleave.recorder.layout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The common time axis in columns of text: maps moments to columns. */
public record ColumnAxis(Duration total, int columns) {

    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final long MINUTE = 60 * SECOND;

    /** The column of the moment {@code at}. The end belongs to the last column. */
    public int column(Duration at) {
        long nanos = Math.max(1, total.toNanos());
        return Math.clamp((long) ((double) at.toNanos() / nanos * columns), 0, columns - 1);
    }

    /** The last column of a span that ends at {@code end}. */
    public int lastColumn(Duration end) {
        return column(end.isZero() ? end : end.minusNanos(1));
    }

    /** The moment at which {@code column} begins. */
    public Duration start(int column) {
        return Duration.ofNanos((long) ((double) total.toNanos() / columns * column));
    }

    /** Moments at round times, with labels that do not overlap. */
    public List<Tick> ticks() {
        long step = step();
        var ticks = new ArrayList<Tick>();
        for (long at = 0; at < Math.max(1, total.toNanos()); at += step) {
            ticks.add(new Tick(Duration.ofNanos(at), column(Duration.ofNanos(at)), label(at, step)));
        }
        return ticks;
    }

    /** The smallest round step whose labels do not touch. */
    private long step() {
        for (long unit = 1_000; unit <= SECOND; unit *= 10) {
            for (long step : new long[] {unit, 2 * unit, 5 * unit}) {
                if (fits(step)) {
                    return step;
                }
            }
        }
        for (long step = 10 * SECOND; ; step = step < MINUTE ? 3 * step : 2 * step) {
            step = step == 90 * SECOND ? MINUTE : step;
            if (fits(step)) {
                return step;
            }
        }
    }

    private boolean fits(long step) {
        double columnsPerStep = (double) columns * step / Math.max(1, total.toNanos());
        long last = Math.max(0, (total.toNanos() - 1) / step * step);
        return columnsPerStep >= label(last, step).length() + 3;
    }

    private String label(long at, long step) {
        long unit = total.toNanos() >= 2 * MINUTE ? MINUTE : total.toNanos() >= SECOND ? SECOND : MILLISECOND;
        String name = unit == MINUTE ? " min" : unit == SECOND ? " s" : " ms";
        int digits = at == 0 ? 0 : digits(step, unit);
        return String.format(Locale.ROOT, "%." + digits + "f", (double) at / unit) + name;
    }

    /** The number of decimal places of {@code step} in {@code unit}. */
    private static int digits(long step, long unit) {
        int digits = 0;
        for (long rest = step % unit; rest != 0 && digits < 3; rest = rest * 10 % unit) {
            digits++;
        }
        return digits;
    }

    /** A round moment, its column and its label. */
    public record Tick(Duration at, int column, String label) {}
}
