package sensors;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** After eight hours, a tick on the grid is on time. Without a grid, it is late by the work of all earlier ticks. */
@Timeout(540)
class DriftTest {

    private static final Duration SHIFT = ofHours(8);

    @Test
    @InVirtualTime
    void tickOnTheGridIsNotLateAfterEightHours(VirtualClock clock) throws Exception {
        OnTheGrid.run(8 * 3_600, ofSeconds(1), number -> {
            assertThat(clock.elapsed()).isEqualTo(ofSeconds(number));
            Thread.sleep(ofMillis(number % 900));
        });
    }

    @ParameterizedTest
    @InVirtualTime
    @CsvSource({"1, 100, 20", "8, 200, 100", "1000, 10, 1", "28800, 1000, 3"})
    void sleepForAPeriodDriftsByTheWorkOfAllTicks(int ticks, int period, int work, VirtualClock clock)
            throws Exception {
        Drifting.run(ticks, ofMillis(period), number -> {
            assertThat(clock.elapsed()).isEqualTo(ofMillis((long) number * period + (number - 1L) * work));
            Thread.sleep(ofMillis(work));
        });

        assertThat(clock.elapsed()).isEqualTo(ofMillis((long) ticks * (period + work)));
    }

    @ParameterizedTest
    @InVirtualTime
    @EnumSource
    void noVersionDriftsInAnHour(Versions version) throws Exception {
        tick(version, ofHours(1));
    }

    @Tag("slow")
    @ParameterizedTest
    @InVirtualTime
    @EnumSource
    void noVersionDriftsInEightHours(Versions version) throws Exception {
        tick(version, SHIFT);
    }

    /** Almost three million ticks. */
    @Tag("slow")
    @Test
    void metronomeDoesNotDriftInEightHoursAtHundredHertz() throws Exception {
        new VirtualTime()
                .realLimit(ofMinutes(8))
                .virtualLimit(SHIFT.plusMinutes(1))
                .start(() -> {
                    var metronome = new Metronome(ofMillis(10), SHIFT, MissedTicks.SKIP);
                    while (metronome.hasNext()) {
                        Thread.sleep(metronome.untilDue());
                        metronome.tick();
                    }

                    assertThat(metronome.lateness().count()).isEqualTo(8 * 3_600 * 100);
                    assertThat(metronome.lateness().worst()).isZero();
                });
    }

    private static void tick(Robot version, Duration shift) throws Exception {
        long start = System.nanoTime();
        Duration period = ofSeconds(1);
        var sensor = new Device(
                "sensor",
                new Metronome(period, shift, MissedTicks.SKIP),
                new SensorJob(period.dividedBy(10), new Latest<>()));

        version.run(List.of(sensor));

        assertThat(sensor.metronome().lateness().count()).isEqualTo(shift.dividedBy(period));
        assertThat(sensor.metronome().lateness().worst()).isZero();
        assertThat(sensor.metronome().missed()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isEqualTo(shift.plus(period.dividedBy(10)));
    }
}
