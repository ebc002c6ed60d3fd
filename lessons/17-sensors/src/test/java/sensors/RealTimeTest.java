package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * 100 ticks per second on the real clock. On a busy machine, ticks are late, and some are missed. But the grid does not
 * drift, so every moment of it has a tick, or is counted as missed.
 */
@Timeout(300)
class RealTimeTest {

    private static final Duration PERIOD = ofMillis(10);

    @ParameterizedTest
    @EnumSource
    void hundredHertzForOneSecond(Versions version) throws Exception {
        assertGrid(version, ofSeconds(1));
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void hundredHertzForTenSeconds(Versions version) throws Exception {
        assertGrid(version, ofSeconds(10));
    }

    private static void assertGrid(Robot version, Duration length) throws Exception {
        long ticks = length.dividedBy(PERIOD);
        long start = System.nanoTime();
        var skipping = device(length, MissedTicks.SKIP);
        var bursting = device(length, MissedTicks.BURST);

        version.run(List.of(skipping, bursting));

        var skipped = skipping.metronome();
        var burst = bursting.metronome();
        assertThat(skipped.lateness().count() + skipped.missed()).isEqualTo(ticks);
        assertThat(burst.lateness().count()).isEqualTo(ticks);
        assertThat(burst.missed()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(length);
    }

    private static Device device(Duration length, MissedTicks policy) {
        return new Device(policy.toString(), new Metronome(PERIOD, length, policy), (InstantJob) () -> {});
    }

    /** A sleep never ends early, so 91 ticks with a sleep of 10 ms and 1 ms of work take more than a second. */
    @Test
    void withoutGridTheWorkOfAllTicksIsLost() throws Exception {
        long start = System.nanoTime();

        Drifting.run(91, PERIOD, number -> Thread.sleep(ofMillis(1)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(ofSeconds(1));
    }
}
