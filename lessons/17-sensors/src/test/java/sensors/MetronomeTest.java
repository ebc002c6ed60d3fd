package sensors;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofNanos;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.InVirtualTime;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ticks are late, and which are missed: each missed one is counted once. */
@InVirtualTime
class MetronomeTest {

    private static final Duration PERIOD = ofMillis(100);

    /** How late one tick is, how many are missed because of it, and how long it is until the next one is due. */
    @ParameterizedTest
    @CsvSource({
        "SKIP, 0, 0, 100",
        "SKIP, 99, 0, 1",
        "SKIP, 100, 1, 100",
        "SKIP, 101, 1, 99",
        "SKIP, 350, 3, 50",
        "DELAY, 0, 0, 100",
        "DELAY, 99, 0, 100",
        "DELAY, 100, 1, 100",
        "DELAY, 350, 3, 100",
        "BURST, 0, 0, 100",
        "BURST, 99, 0, 1",
        "BURST, 100, 0, 0",
        "BURST, 350, 0, -250"
    })
    void countsWhatIsMissedByALateTick(MissedTicks policy, int late, int missed, int untilNext) throws Exception {
        var metronome = new Metronome(PERIOD, ofMillis(1_000), policy);
        Thread.sleep(PERIOD.plusMillis(late));

        assertThat(metronome.tick()).isEqualTo(ofMillis(late));

        assertThat(metronome.missed()).isEqualTo(missed);
        assertThat(metronome.untilDue()).isEqualTo(ofMillis(untilNext));
    }

    /** It comes less than a period after the late tick. A monitor that measures from tick to tick reports a miss. */
    @Test
    void tickAfterAMissedOneIsNotMissed() throws Exception {
        var metronome = new Metronome(PERIOD, ofMillis(1_000), MissedTicks.SKIP);
        Thread.sleep(ofMillis(370));
        metronome.tick();
        assertThat(metronome.missed()).isEqualTo(2);

        for (int tick = 0; tick < 3; tick++) {
            Thread.sleep(metronome.untilDue());
            assertThat(metronome.tick()).isZero();
        }

        assertThat(metronome.missed()).isEqualTo(2);
        assertThat(metronome.lateness().count()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void ticksAndMissedOnesAreAllMomentsOfTheGrid(long seed) throws Exception {
        var random = new Random(seed);
        for (int moments = 1; moments <= 40; moments++) {
            var metronome = new Metronome(PERIOD, PERIOD.multipliedBy(moments), MissedTicks.SKIP);
            while (metronome.hasNext()) {
                Thread.sleep(metronome.untilDue());
                metronome.tick();
                Thread.sleep(ofMillis(random.nextInt(4) * 50L));
                Thread.sleep(ofNanos(random.nextInt(2)));
            }

            assertThat(metronome.lateness().count() + metronome.missed()).isEqualTo(moments);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsMissedAfterTheEnd(MissedTicks policy) throws Exception {
        var metronome = new Metronome(PERIOD, ofMillis(300), policy);
        Thread.sleep(ofMillis(5_000));

        while (metronome.hasNext()) {
            metronome.tick();
        }

        assertThat(metronome.lateness().count() + metronome.missed()).isEqualTo(3);
    }

    /** 100 ticks per second, and a pause of a second, directly after a tick. */
    @ParameterizedTest
    @CsvSource({"BURST, 100, 0", "SKIP, 1, 99"})
    void pauseOfASecondAtHundredHertz(MissedTicks policy, int ticksAtOnce, int missed) throws Exception {
        var metronome = new Metronome(ofMillis(10), ofMillis(3_000), policy);
        Thread.sleep(metronome.untilDue());
        metronome.tick();
        Thread.sleep(ofMillis(1_000));

        int ticks = 0;
        while (!metronome.untilDue().isPositive()) {
            metronome.tick();
            ticks++;
        }

        assertThat(ticks).isEqualTo(ticksAtOnce);
        assertThat(metronome.missed()).isEqualTo(missed);
        assertThat(metronome.untilDue()).isEqualTo(ofMillis(10));
    }

    /** After 20 ticks that are each 10 ms late, two periods are lost. */
    @Test
    void delayDriftsByAllThatIsLate() throws Exception {
        var metronome = new Metronome(PERIOD, ofMillis(2_200), MissedTicks.DELAY);
        for (int tick = 0; tick < 20; tick++) {
            Thread.sleep(metronome.untilDue().plusMillis(10));
            metronome.tick();
        }

        assertThat(metronome.hasNext()).isFalse();
    }

    @Test
    void skipDoesNotDriftHoweverLateTicksAre() throws Exception {
        long start = System.nanoTime();
        var metronome = new Metronome(PERIOD, ofMillis(2_200), MissedTicks.SKIP);
        for (int tick = 0; tick < 20; tick++) {
            Thread.sleep(metronome.untilDue().plusMillis(10));
            metronome.tick();
        }
        Thread.sleep(metronome.untilDue());

        assertThat(ofNanos(System.nanoTime() - start)).isEqualTo(ofMillis(2_100));
        assertThat(metronome.tick()).isEqualTo(ZERO);
    }

    @Test
    void reportsTicksMissedOnesAndLateness() throws Exception {
        var metronome = new Metronome(PERIOD, ofMillis(500), MissedTicks.SKIP);
        Thread.sleep(ofMillis(350));
        metronome.tick();
        Thread.sleep(metronome.untilDue());
        metronome.tick();

        assertThat(metronome).hasToString("2 of 5 ticks, 2 missed, at most 250 ms late");
    }
}
