package blockingtheloop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How late the ticks of all games were, and how many were dropped. Thread-safe. */
public final class Lateness {

    private final long period;
    private final List<Long> nanos = new ArrayList<>();
    private long dropped;

    Lateness(Duration period) {
        this.period = period.toNanos();
    }

    /**
     * Records a tick that happens now, and was due at {@code due} in nanoseconds of {@link System#nanoTime}. Ticks that
     * should have happened in the meantime are dropped. Returns when the next one is due.
     */
    synchronized long tick(long due) {
        long late = System.nanoTime() - due;
        long missed = late / period;
        nanos.add(late);
        dropped += missed;
        return due + (missed + 1) * period;
    }

    /** The number of ticks that happened. */
    public synchronized int ticks() {
        return nanos.size();
    }

    /** The number of ticks that never happened. */
    public synchronized long dropped() {
        return dropped;
    }

    /** The lateness of the latest tick. */
    public Duration worst() {
        return percentile(100);
    }

    /** The lateness that this percentage of the ticks that happened did not exceed, or zero if there were no ticks. */
    public synchronized Duration percentile(double percentage) {
        var sorted = nanos.stream().sorted().toList();
        int index = (int) Math.ceil(sorted.size() * percentage / 100) - 1;
        return sorted.isEmpty() ? Duration.ZERO : Duration.ofNanos(sorted.get(Math.max(0, index)));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d ticks, %,d dropped, the latest was %,d ms late",
                ticks(),
                dropped(),
                worst().toMillis());
    }
}
