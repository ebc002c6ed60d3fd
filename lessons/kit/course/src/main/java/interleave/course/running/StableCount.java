package interleave.course.running;

import java.time.Duration;

/** Notices that a count has not changed for some time. */
final class StableCount {

    private final long needed;
    private long count = -1;
    private long since;

    /** @param needed how long the count must not change */
    StableCount(Duration needed) {
        this.needed = needed.toNanos();
    }

    /** Whether the count is still what it was for that long. Call this often, with {@link System#nanoTime}. */
    boolean isStable(long now, long nanoTime) {
        if (now != count) {
            count = now;
            since = nanoTime;
        }
        return nanoTime - since >= needed;
    }
}
