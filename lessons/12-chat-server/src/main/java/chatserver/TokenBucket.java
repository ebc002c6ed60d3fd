package chatserver;

import java.time.Duration;

/**
 * A token bucket for one client: it holds the tokens of a quarter of a second, one for each byte, and is refilled at a
 * constant rate. It may be overdrawn, because bytes are counted after they have been read. All times are of
 * {@link System#nanoTime}.
 */
final class TokenBucket {
    private static final long CAPACITY = Duration.ofMillis(250).toNanos();

    private final double nanosPerToken;
    /** When the bucket is no longer overdrawn. It is full {@link #CAPACITY} nanoseconds later. */
    private long inCreditAt;

    TokenBucket(int tokensPerSecond, long now) {
        nanosPerToken = 1e9 / tokensPerSecond;
        inCreditAt = now - CAPACITY;
    }

    /** Takes tokens, whether the bucket has as many or not. */
    void take(int tokens, long now) {
        inCreditAt = latest(inCreditAt, now - CAPACITY) + (long) (tokens * nanosPerToken);
    }

    /** {@code nanoTime} may overflow, so its values are compared by their difference. */
    private static long latest(long one, long other) {
        return one - other > 0 ? one : other;
    }

    /** How long to wait until the bucket is no longer overdrawn. */
    Duration delay(long now) {
        return Duration.ofNanos(Math.max(0, inCreditAt - now));
    }
}
