package dataloading;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At most the batches loaded ahead and the one that the trainer uses are in memory. */
class InMemoryTest {

    private static final int BATCHES = 20;
    private static final int SCHEDULES = 50;

    @ParameterizedTest
    @EnumSource
    void peakIsTheBatchesAheadAndOne(Versions version) throws Exception {
        for (int ahead : new int[] {1, 2, 3, 8}) {
            assertThat(peak(version.with(ahead), 600, 200)).isEqualTo(ahead + 1);
            assertThat(peak(version.with(ahead), 200, 600)).isEqualTo(ahead + 1);
        }
    }

    /** The loaders of a pool may be fewer than the batches ahead, or more. */
    @Test
    void loadersDoNotChangeThePeakOfThePool() throws Exception {
        for (int loaders : new int[] {1, 2, 8}) {
            assertThat(peak(new WithThreadPool(loaders, 4), 100, 600)).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void peakNeverExceedsItUnderEverySchedule(Versions version) {
        VirtualTime.explore(SCHEDULES, () -> {
            var counter = new BatchCounter();
            var data =
                    new SimulatedDataset(BATCHES, number -> ofMillis(number * 7 % 5 * 10), Delay.WAITING, 0, counter);

            version.with(3).run(data, new SimulatedTrainer(ofMillis(15), Delay.WAITING, BATCHES, counter));

            assertThat(counter.peak()).isEqualTo(4);
        });
    }

    @Test
    void sequentialHasOneAndOneAheadHasTwo() throws Exception {
        assertThat(peak(new Sequential(), 600, 200)).isEqualTo(1);
        assertThat(peak(new OneAhead(), 600, 200)).isEqualTo(2);
        assertThat(peak(new OneAhead(), 200, 600)).isEqualTo(2);
    }

    @Test
    void allAtOnceHasAll() throws Exception {
        assertThat(peak(new AllAtOnce(), 600, 200)).isEqualTo(BATCHES);
    }

    private static int peak(Epoch version, int load, int train) throws Exception {
        var peak = new AtomicInteger();
        VirtualTime.run(() -> {
            var counter = new BatchCounter();
            version.run(
                    new SimulatedDataset(BATCHES, number -> ofMillis(load), Delay.WAITING, 0, counter),
                    new SimulatedTrainer(ofMillis(train), Delay.WAITING, BATCHES, counter));
            peak.set(counter.peak());
        });
        return peak.get();
    }
}
