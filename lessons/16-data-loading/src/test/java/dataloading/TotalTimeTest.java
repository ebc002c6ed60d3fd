package dataloading;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The time of an epoch: loading the first batch, plus the larger of all training and all loading / loaders. */
class TotalTimeTest {

    private static final int BATCHES = 40;

    @ParameterizedTest
    @CsvSource({"600, 200", "200, 600", "300, 300", "1000, 10", "10, 1000"})
    void sequentialIsTheSumOfLoadingAndTraining(int load, int train) throws Exception {
        assertThat(epoch(new Sequential(), load, train)).took(ofMillis(BATCHES * (load + train)));
    }

    @ParameterizedTest
    @CsvSource({"600, 200", "200, 600", "300, 300", "1000, 10", "10, 1000"})
    void oneAheadIsTheFirstLoadTheLastTrainingAndTheSlowerSideBetween(int load, int train) throws Exception {
        assertThat(epoch(new OneAhead(), load, train))
                .took(ofMillis(load + train + (BATCHES - 1) * Math.max(load, train)));
    }

    /** If all loads take equally long, this holds without a tolerance of two percent. */
    @ParameterizedTest
    @EnumSource
    void totalIsAtMostTheFirstBatchAndTheSlowerSide(Versions version) throws Exception {
        for (int loaders : new int[] {1, 2, 3, 4, 8}) {
            for (int load : new int[] {100, 300, 600, 1_000}) {
                for (int train : new int[] {10, 50, 100, 200, 600}) {
                    assertThat(epoch(version.with(loaders), load, train).elapsed())
                            .as("%d loaders, loading %d ms, training %d ms", loaders, load, train)
                            .isLessThanOrEqualTo(ofMillis(load + Math.max(BATCHES * train, BATCHES * load / loaders)));
                }
            }
        }
    }

    /** With enough loaders, only the first batch makes the trainer wait. */
    @ParameterizedTest
    @EnumSource
    void trainerIsNeverIdleIfTheLoadersSuffice(Versions version) throws Exception {
        for (int loaders : new int[] {3, 4, 8}) {
            var run = epoch(version.with(loaders), 600, 200);

            assertThat(run).took(ofMillis(600 + BATCHES * 200));
            assertThat(run.output().getLast()).startsWith("Trainer idle for 0.0 s");
        }
    }

    /** Loading times vary from 40 to 160 % of the average. This requires some more batches ahead. */
    @Test
    void totalIsAtMostTwoPercentMoreIfLoadingIsUneven() throws Exception {
        int batches = 200;
        for (int seed = 1; seed <= 20; seed++) {
            var random = new SplittableRandom(seed);
            int[] times = random.ints(batches + 1, 300, 1_200).toArray();
            int sum = IntStream.of(times).skip(1).sum();

            var run = epoch(new WithThreadPool(4, 16), batches, number -> ofMillis(times[number]), ofMillis(100));

            assertThat(run.elapsed().toMillis())
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(times[1] + (long) (1.02 * Math.max(batches * 100, sum / 4.0)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void tooManyLoadersAreNoFaster(Versions version) throws Exception {
        var enough = epoch(version.with(3), 600, 200);

        assertThat(epoch(version.with(BATCHES), 600, 200)).took(enough.elapsed());
        assertThat(epoch(new AllAtOnce(), 600, 200)).took(enough.elapsed());
    }

    // ---- the times of the page

    @ParameterizedTest
    @EnumSource
    void threeLoadersTake2200MillisForSlowLoading(Versions version) throws Exception {
        assertThat(VirtualTime.run(() -> Example.SLOW_LOADING.run(version.with(3))))
                .took(ofMillis(2_200))
                .leftNothingRunning();
    }

    @Test
    void otherVersionsTakeTheTimesOfThePage() throws Exception {
        assertThat(VirtualTime.run(() -> Example.SLOW_LOADING.run(new Sequential())))
                .took(ofMillis(6_400));
        assertThat(VirtualTime.run(() -> Example.SLOW_LOADING.run(new OneAhead())))
                .took(ofMillis(5_000));
        assertThat(VirtualTime.run(() -> Example.SLOW_LOADING.run(new AllAtOnce())))
                .took(ofMillis(2_200));
    }

    @ParameterizedTest
    @EnumSource
    void oneLoaderSufficesForSlowTraining(Versions version) throws Exception {
        assertThat(VirtualTime.run(() -> Example.SLOW_TRAINING.run(new OneAhead())))
                .took(ofMillis(5_000));
        assertThat(VirtualTime.run(() -> Example.SLOW_TRAINING.run(version.with(3))))
                .took(ofMillis(5_000));
    }

    private static VirtualRun epoch(Epoch version, int load, int train) throws Exception {
        return epoch(version, BATCHES, batch -> ofMillis(load), ofMillis(train));
    }

    private static VirtualRun epoch(Epoch version, int batches, IntFunction<Duration> load, Duration train)
            throws Exception {
        return VirtualTime.run(() -> new Simulation(batches, load, train).run(version));
    }
}
