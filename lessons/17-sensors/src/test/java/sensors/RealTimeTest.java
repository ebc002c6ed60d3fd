package sensors;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * 100 ticks per second on the real clock. On a busy machine, ticks are late, and some are missed. But the grid does not
 * drift, and every moment of it has a tick, or is counted as missed.
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

    @ParameterizedTest
    @EnumSource
    void gridDoesNotDriftWithinASecond(Versions version) throws Exception {
        assertNoDrift(version, ofSeconds(1));
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void gridDoesNotDriftWithinTenSeconds(Versions version) throws Exception {
        assertNoDrift(version, ofSeconds(10));
    }

    /**
     * After {@code length}, the number of ticks is that of the clock ± 1. On a busy machine, this takes until the late
     * ticks have happened. With a drift, it never happens: each tick works for 1 ms, so a tenth of them would be lost.
     */
    private static void assertNoDrift(Robot version, Duration length) throws Exception {
        var ticks = new AtomicLong();
        InstantJob job = () -> {
            Thread.sleep(ofMillis(1));
            ticks.incrementAndGet();
        };
        long start = System.nanoTime();
        var device = new Device("gyroscope", new Metronome(PERIOD, ofHours(1), MissedTicks.BURST), job);
        var running = new FutureTask<Void>(() -> {
            version.run(List.of(device));
            return null;
        });
        Thread thread = Thread.ofPlatform().start(running);
        try {
            await().pollDelay(length)
                    .pollInterval(ofMillis(5))
                    .atMost(ofMinutes(4))
                    .until(() -> Math.abs((System.nanoTime() - start) / PERIOD.toNanos() - ticks.get()) <= 1);
        } finally {
            thread.interrupt();
        }
        assertThatThrownBy(running::get).hasRootCauseInstanceOf(InterruptedException.class);
    }

    /** A sleep never ends early, so 91 ticks with a sleep of 10 ms and 1 ms of work take more than a second. */
    @Test
    void withoutGridTheWorkOfAllTicksIsLost() throws Exception {
        long start = System.nanoTime();

        Drifting.run(91, PERIOD, number -> Thread.sleep(ofMillis(1)));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(ofSeconds(1));
    }
}
