package chatserver;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {
    private static final int THOUSAND_BYTES_PER_SECOND = 1_000;

    /** The clock may begin anywhere, also where it is about to turn over. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE - 100})
    void aQuarterOfASecondMayBeSpentAtOnce(long now) {
        var allowance = new Allowance(THOUSAND_BYTES_PER_SECOND, now);

        allowance.spend(250, now);
        assertThat(allowance.pause(now)).isEqualTo(ZERO);

        allowance.spend(1_000, now);
        assertThat(allowance.pause(now)).isEqualTo(ofMillis(1_000));
        assertThat(allowance.pause(now + nanos(ofMillis(400)))).isEqualTo(ofMillis(600));
        assertThat(allowance.pause(now + nanos(ofMillis(1_000)))).isEqualTo(ZERO);
    }

    @Test
    void noMoreIsSavedHoweverLongOneWaits() {
        var allowance = new Allowance(THOUSAND_BYTES_PER_SECOND, 0);
        long later = nanos(Duration.ofDays(1));

        allowance.spend(350, later);

        assertThat(allowance.pause(later)).isEqualTo(ofMillis(100));
    }

    private static long nanos(Duration duration) {
        return duration.toNanos();
    }
}
