package sensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.SideBySide.Main;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Burst, delay and skip side by side: the moment of each tick after a pause, and if the work takes too long. */
class MissedTicksTest {

    @Test
    void burstMakesUpForAllMissedTicksAfterThePause() throws Exception {
        var run = run(Burst::main, "pause");

        assertThat(ticks(run))
                .containsExactly(200, 400, 600, 1_500, 1_525, 1_550, 1_575, 1_600, 1_800, 2_000, 2_200, 2_400);
        assertThat(run.output())
                .contains("Tick, 700 ms late", "Tick, 525 ms late", "Tick, 350 ms late", "Tick, 175 ms late")
                .endsWith("12 of 12 ticks, 0 missed, at most 700 ms late");
    }

    @Test
    void delayShiftsAllTicksAfterThePause() throws Exception {
        var run = run(Delay::main, "pause");

        assertThat(ticks(run)).containsExactly(200, 400, 600, 1_500, 1_700, 1_900, 2_100, 2_300);
        assertThat(run.output()).endsWith("8 of 12 ticks, 3 missed, at most 700 ms late");
    }

    @Test
    void skipIsOnTheGridAgainAfterThePause() throws Exception {
        var run = run(Skip::main, "pause");

        assertThat(ticks(run)).containsExactly(200, 400, 600, 1_500, 1_600, 1_800, 2_000, 2_200, 2_400);
        assertThat(run.output()).endsWith("9 of 12 ticks, 3 missed, at most 700 ms late");
    }

    /** Each tick takes 300 ms, so each is 100 ms later than the one before, and the sensor never catches up. */
    @Test
    void burstFallsBehindForeverIfTheWorkTakesTooLong() throws Exception {
        var run = run(Burst::main, "too-much");

        assertThat(ticks(run))
                .containsExactly(
                        LongStream.range(0, 12).map(tick -> 200 + tick * 300).toArray());
        assertThat(run.output()).endsWith("12 of 12 ticks, 0 missed, at most 1,100 ms late");
    }

    @Test
    void delayIsLateByTheSameTimeAtEachTickIfTheWorkTakesTooLong() throws Exception {
        var run = run(Delay::main, "too-much");

        assertThat(ticks(run)).containsExactly(200, 500, 800, 1_100, 1_400, 1_700, 2_000, 2_300);
        assertThat(run.output()).endsWith("8 of 12 ticks, 0 missed, at most 100 ms late");
    }

    @Test
    void skipIsLateByAtMostOnePeriodIfTheWorkTakesTooLong() throws Exception {
        var run = run(Skip::main, "too-much");

        assertThat(ticks(run)).containsExactly(200, 500, 800, 1_100, 1_400, 1_700, 2_000, 2_300, 2_600);
        assertThat(run.output()).endsWith("9 of 12 ticks, 3 missed, at most 200 ms late");
    }

    @Test
    void rejectsUnknownArgument() {
        for (Main main : List.<Main>of(Burst::main, Delay::main, Skip::main)) {
            assertThatThrownBy(() -> main.run("5"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Unknown argument '5'. After --, this version accepts pause, too-much.");
        }
    }

    private static VirtualRun run(Main main, String work) throws Exception {
        return VirtualTime.run(() -> main.run(work));
    }

    /** The moments of the ticks, in milliseconds. */
    private static long[] ticks(VirtualRun run) {
        return run.lines().stream()
                .filter(line -> line.text().startsWith("Tick"))
                .mapToLong(line -> line.at().toMillis())
                .toArray();
    }
}
