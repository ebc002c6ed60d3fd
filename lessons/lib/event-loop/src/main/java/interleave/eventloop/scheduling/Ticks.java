package interleave.eventloop.scheduling;

import java.time.Duration;

/**
 * Times in ticks of 2<sup>20</sup> ns, about a millisecond: an {@code int} fits into the padding of a future, a
 * {@code long} of nanoseconds does not. Two times are comparable within 13 days of each other.
 */
public final class Ticks {

    private static final int NANOS_TO_TICKS = 20;
    private static final long LONGEST = Duration.ofDays(13).toNanos();

    private Ticks() {}

    /** A time of {@link System#nanoTime}. */
    public static int of(long nanos) {
        return (int) (nanos >> NANOS_TO_TICKS);
    }

    /** A time after {@code now}, or 13 days after {@code now} if it is later than that. */
    public static int ofDeadline(long deadline, long now) {
        return of(now + Math.min(deadline - now, LONGEST));
    }

    /** From one time to another; negative if the other one is earlier. */
    public static Duration between(int from, int to) {
        return Duration.ofNanos((long) (to - from) << NANOS_TO_TICKS);
    }
}
