package dataloading;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure in batch 17 is thrown at batch 17. */
class FailureTest {

    private static final int SCHEDULES = 100;

    private static final IOException DAMAGED = new IOException("batch 17 is damaged");

    /** Batch 17 fails at once, long before the trainer gets there. */
    private record Damaged(int size) implements Dataset {
        @Override
        public Batch load(int number) throws IOException, InterruptedException {
            if (number == 17) {
                throw DAMAGED;
            }
            Thread.sleep(ofMillis(10));
            return Batch.empty(number);
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void failureOfBatch17IsThrownAfterTrainingOnBatch16(Versions version) {
        for (int loaders : new int[] {1, 3, 24}) {
            VirtualTime.explore(
                    SCHEDULES,
                    () -> assertThat(trainedBeforeFailure(version.with(loaders)))
                            .isEqualTo(numbers(16)));
        }
    }

    @Test
    void otherVersionsThrowItThereToo() {
        VirtualTime.explore(SCHEDULES, () -> {
            assertThat(trainedBeforeFailure(new Sequential())).isEqualTo(numbers(16));
            assertThat(trainedBeforeFailure(new OneAhead())).isEqualTo(numbers(16));
            assertThat(trainedBeforeFailure(new AllAtOnce())).isEqualTo(numbers(16));
        });
    }

    @Test
    void asTheyFinishThrowsItEarlier() throws Exception {
        VirtualTime.run(
                () -> assertThat(trainedBeforeFailure(new AsTheyFinish(24, 24))).hasSizeLessThan(16));
    }

    @ParameterizedTest
    @EnumSource
    void noLoaderIsLeftAfterTheFailure(Versions version) throws Exception {
        var run = VirtualTime.run(() -> Example.BROKEN.run(version.with(3)));

        assertThat(run).leftNothingRunning();
        assertThat(run.output()).containsSubsequence("Trained on batch 16", "Failed: batch 17 is damaged");
        assertThat(run.output()).doesNotContain("Trained on batch 17", "Trained on batch 18");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void failureOfTheTrainerReachesTheCaller(int failing) {
        var failure = new IllegalStateException("the weights are not numbers");
        for (var version : Versions.values()) {
            VirtualTime.explore(
                    SCHEDULES,
                    () -> assertThatThrownBy(() -> version.with(2).run(simulated(8), batch -> {
                                if (batch.number() == failing) {
                                    throw failure;
                                }
                                return true;
                            }))
                            .isSameAs(failure));
        }
    }

    private static Dataset simulated(int size) {
        return new SimulatedDataset(size, number -> ofMillis(10), Delay.WAITING, 0, new BatchCounter());
    }

    private static List<Integer> trainedBeforeFailure(Epoch version) {
        var trained = new ArrayList<Integer>();
        assertThatThrownBy(() -> version.run(new Damaged(24), batch -> trained.add(batch.number())))
                .isSameAs(DAMAGED);
        return trained;
    }

    private static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
