package dataloading;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An epoch that ends early leaves no loader running. */
class EarlyEndTest {

    private static final int SCHEDULES = 100;

    @ParameterizedTest
    @EnumSource
    void trainerThatStopsEndsTheLoaders(Versions version) throws Exception {
        var run = VirtualTime.run(() -> Example.STOP.run(version.with(3)));

        assertThat(run).took(ofMillis(1_200)).leftNothingRunning();
        assertThat(run.output()).contains("Trained on batch 3").doesNotContain("Loaded batch 8");
    }

    @Test
    void otherVersionsEndTheirLoadersToo() throws Exception {
        assertThat(VirtualTime.run(() -> Example.STOP.run(new OneAhead())))
                .took(ofMillis(2_000))
                .leftNothingRunning();
        assertThat(VirtualTime.run(() -> Example.STOP.run(new AllAtOnce())))
                .took(ofMillis(1_200))
                .leftNothingRunning();
        assertThat(VirtualTime.run(() -> Example.STOP.run(new AsTheyFinish(3, 3))))
                .took(ofMillis(1_200))
                .leftNothingRunning();
    }

    /** Batch 2 takes an hour. An epoch that does not interrupt its loader waits for that long. */
    @ParameterizedTest
    @EnumSource
    void loaderInTheMiddleOfItsWorkIsInterrupted(Versions version) {
        for (int loaders : new int[] {1, 3, 8}) {
            VirtualTime.explore(SCHEDULES, () -> stopAfterTheFirstBatch(version.with(loaders)));
        }
        VirtualTime.explore(SCHEDULES, () -> stopAfterTheFirstBatch(new OneAhead()));
    }

    private static void stopAfterTheFirstBatch(Epoch version) throws Exception {
        long start = System.nanoTime();
        version.run(
                new SimulatedDataset(
                        8, number -> number == 1 ? ofMillis(10) : ofHours(1), Delay.WAITING, 0, new BatchCounter()),
                new SimulatedTrainer(ofMillis(30), Delay.WAITING, 1, new BatchCounter()));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isEqualTo(ofMillis(40));
    }

    @ParameterizedTest
    @EnumSource
    void interruptedCallerEndsTheLoaders(Versions version) throws Exception {
        assertThat(interruptedAfter(ofMillis(900), version.with(3)))
                .took(ofMillis(900))
                .printedAt(ofMillis(900), "Stopped by InterruptedException")
                .leftNothingRunning();
    }

    private static VirtualRun interruptedAfter(Duration moment, Epoch version) throws Exception {
        return VirtualTime.run(() -> {
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    Example.SLOW_LOADING.run(version);
                } catch (Exception stopped) {
                    IO.println("Stopped by " + stopped.getClass().getSimpleName());
                }
            });
            Thread.sleep(moment);
            caller.interrupt();
            caller.join();
        });
    }
}
