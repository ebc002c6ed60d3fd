package sensors;

import java.time.Duration;
import java.util.Locale;

/**
 * A grid of ticks: the first is due one period after the start, and the others follow once per period, however long the
 * work of each tick takes. Counts the ticks, and the missed ones. At most one thread at a time may use it.
 */
public final class Metronome {

    private final long start = System.nanoTime();
    private final long period;
    private final long end;
    private final MissedTicks policy;
    private final Lateness lateness = new Lateness();
    /** In nanoseconds since the start. */
    private long due;

    private long missed;

    /** Starts now. The last tick is due after {@code length}. */
    public Metronome(Duration period, Duration length, MissedTicks policy) {
        this.period = period.toNanos();
        this.end = length.toNanos();
        this.policy = policy;
        this.due = this.period;
    }

    /** Whether another tick is due, at the latest at the end. */
    public boolean hasNext() {
        return due <= end;
    }

    /** The time until the next tick is due. It is negative if that tick is late. */
    public Duration untilDue() {
        return Duration.ofNanos(due - sinceStart());
    }

    /** Call this when the tick begins. Returns how late it is. */
    public Duration tick() {
        long now = sinceStart();
        long late = Math.max(0, now - due);
        lateness.add(late);
        missed += policy.missed(due, Math.min(now, end), period);
        due = policy.next(due, now, period);
        return Duration.ofNanos(late);
    }

    private long sinceStart() {
        return System.nanoTime() - start; // monotonic: nobody can set it while the robot drives
    }

    /** The number of ticks that never happened. */
    public long missed() {
        return missed;
    }

    /** The lateness of the ticks that happened. */
    public Lateness lateness() {
        return lateness;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d of %,d ticks, %,d missed, at most %,d ms late",
                lateness.count(),
                end / period,
                missed,
                lateness.worst().toMillis());
    }
}
