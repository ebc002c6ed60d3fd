package blockingtheloop;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hundred games tick every 10 ms. In virtual time, their lateness is exact. */
@InVirtualTime
class LatenessTest {

    private static final int TICKS = 20_000;

    /** The call begins at a moment at which all games should tick. Each of them then drops a hundred ticks. */
    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "LOCK", "JDBC", "FUTURE"})
    void callOfOneSecondOnTheLoopMakesTicksOneSecondLate(BlockingCall call) throws Exception {
        var lateness = new BlockedGames().play(new Example(call));

        assertThat(lateness.worst()).isEqualTo(ofSeconds(1));
        assertThat(lateness.ticks()).isEqualTo(TICKS - 100 * 100);
        assertThat(lateness.dropped()).isEqualTo(100 * 100);
    }

    @ParameterizedTest
    @EnumSource(names = {"SLEEP", "LOCK", "JDBC", "FUTURE"})
    void handedOverCallMakesNoTickLate(BlockingCall call) throws Exception {
        var lateness = new HandedOver().play(new Example(call));

        assertThat(lateness.worst()).isEqualTo(ZERO);
        assertThat(lateness.ticks()).isEqualTo(TICKS);
        assertThat(lateness.dropped()).isZero();
    }

    /** Only ticks that happened are counted, and 99 of 100 of these were on time. */
    @Test
    void percentileHidesTheSecondWithoutTicks() throws Exception {
        var lateness = new BlockedGames().play(new Example(BlockingCall.SLEEP));

        assertThat(lateness.percentile(99)).isEqualTo(ZERO);
        assertThat(lateness.percentile(99.1)).isEqualTo(ofSeconds(1));
    }

    @Test
    void lateTicksDoNotDelayTheEnd(VirtualClock clock) throws Exception {
        new BlockedGames().play(new Example(BlockingCall.SLEEP));

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(2));
    }

    @Test
    void sleepingVirtualThreadMakesNoOtherLate() throws Exception {
        var lateness = new ThreadedGames(new Example(BlockingCall.SLEEP)).playDuring(() -> {
            Thread.sleep(ofSeconds(1));
            return null;
        });

        assertThat(lateness.worst()).isEqualTo(ZERO);
        assertThat(lateness.ticks()).isEqualTo(TICKS);
    }
}
