package chatserver;

import java.time.Duration;

/** So many bytes a second, of which those of a quarter of a second can be saved up: a token bucket. */
final class Allowance {
    private static final long SAVINGS = Duration.ofMillis(250).toNanos();

    private final double nanosPerByte;
    /**
     * When all that was spent will be paid for: at a megabyte a second, 500 kB spent now are paid for in half a second.
     * This and every {@code now} is of {@link System#nanoTime}.
     */
    private long paidAt;

    Allowance(int bytesPerSecond, long now) {
        nanosPerByte = 1e9 / bytesPerSecond;
        paidAt = now - SAVINGS;
    }

    void spend(int bytes, long now) {
        paidAt = latest(paidAt, now - SAVINGS) + (long) (bytes * nanosPerByte);
    }

    /** This clock may turn over, so its times are compared by their difference. */
    private static long latest(long one, long other) {
        return one - other > 0 ? one : other;
    }

    /** How long to wait before spending more. */
    Duration pause(long now) {
        return Duration.ofNanos(Math.max(0, paidAt - now));
    }
}
