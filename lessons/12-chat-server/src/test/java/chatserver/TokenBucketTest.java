package chatserver;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {
    private static final int TOKENS_PER_SECOND = 1_000;

    /** {@code nanoTime} may start at any value, even shortly before it overflows. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE - 100})
    void allowsBurstOfQuarterOfSecond(long now) {
        var bucket = new TokenBucket(TOKENS_PER_SECOND, now);

        bucket.take(250, now);
        assertThat(bucket.delay(now)).isEqualTo(ZERO);

        bucket.take(1_000, now);
        assertThat(bucket.delay(now)).isEqualTo(ofMillis(1_000));
        assertThat(bucket.delay(now + nanos(ofMillis(400)))).isEqualTo(ofMillis(600));
        assertThat(bucket.delay(now + nanos(ofMillis(1_000)))).isEqualTo(ZERO);
    }

    @Test
    void savesNoMoreThanCapacity() {
        var bucket = new TokenBucket(TOKENS_PER_SECOND, 0);
        long later = nanos(Duration.ofDays(1));

        bucket.take(350, later);

        assertThat(bucket.delay(later)).isEqualTo(ofMillis(100));
    }

    private static long nanos(Duration duration) {
        return duration.toNanos();
    }
}
