package dataloading;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The model is the same, bit for bit, whatever the number of loaders and whichever of them is faster. */
class ModelTest {

    private static final int BATCHES = 12;
    private static final int SCHEDULES = 30;
    private static final TrainingData DATA = new TrainingData(1, 10);

    /** Batches whose loading takes 0 to 40 ms. */
    private record Uneven(int size) implements Dataset {
        @Override
        public Batch load(int number) throws InterruptedException {
            Thread.sleep(Duration.ofMillis(number * 7 % 5 * 10));
            return DATA.batch(number);
        }
    }

    @ParameterizedTest
    @EnumSource
    void modelIsTheSameForAnyNumberOfLoaders(Versions version) throws Exception {
        double[] expected = model(new Sequential());

        for (int loaders : new int[] {1, 2, 3, 8, 100}) {
            assertThat(modelInVirtualTime(version.with(loaders)))
                    .as("%d loaders", loaders)
                    .containsExactly(expected);
        }
        assertThat(modelInVirtualTime(new OneAhead())).containsExactly(expected);
        assertThat(modelInVirtualTime(new AllAtOnce())).containsExactly(expected);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void modelIsTheSameUnderEverySchedule(Versions version) throws Exception {
        double[] expected = model(new Sequential());

        VirtualTime.explore(SCHEDULES, () -> assertThat(model(version.with(3))).containsExactly(expected));
    }

    @Test
    void modelDependsOnTheLoadersIfBatchesAreUsedAsTheyFinish() throws Exception {
        var models = new HashSet<String>();
        for (int loaders : new int[] {1, 2, 3, 8}) {
            models.add(Arrays.toString(modelInVirtualTime(new AsTheyFinish(loaders, loaders))));
        }

        assertThat(models).hasSize(4);
    }

    @Test
    void modelDependsOnTheScheduleIfBatchesAreUsedAsTheyFinish() throws Exception {
        var models = new HashSet<String>();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            new VirtualTime().seed(seed).start(() -> models.add(Arrays.toString(model(new AsTheyFinish(3, 3)))));
        }

        assertThat(models).hasSizeGreaterThan(1);
    }

    private static double[] modelInVirtualTime(Epoch version) throws Exception {
        var model = new AtomicReference<double[]>();
        VirtualTime.run(() -> model.set(model(version)));
        return model.get();
    }

    private static double[] model(Epoch version) throws Exception {
        var model = new LogisticRegression(TrainingData.FEATURES, 2);
        version.run(new Uneven(BATCHES), model);
        return model.weights();
    }
}
