package dataloading;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where both sides compute, the number of cores limits the speed, however many loaders there are. */
class CoresTest {

    private static final int BATCHES = 40;

    @ParameterizedTest
    @EnumSource
    void noNumberOfLoadersIsFasterThanTheCores(Versions version) throws Exception {
        for (int loaders : new int[] {1, 2, 3, 8, 40}) {
            for (int load : new int[] {100, 200, 600}) {
                assertThat(computing(version.with(loaders), load, 200, 2).toMillis())
                        .isGreaterThanOrEqualTo(BATCHES * (load + 200) / 2);
            }
        }
    }

    /** While the trainer computes, one core is left for the loaders. */
    @ParameterizedTest
    @EnumSource
    void moreThanOneLoaderIsNoFasterIfTheTrainerNeedsAsLong(Versions version) throws Exception {
        Duration oneAhead = computing(new OneAhead(), 300, 300, 2);

        assertThat(oneAhead).isEqualTo(ofMillis(300 + BATCHES * 300));
        for (int loaders : new int[] {2, 3, 8}) {
            assertThat(computing(version.with(loaders), 300, 300, 2)).isGreaterThanOrEqualTo(oneAhead);
        }
    }

    /** On one core, prefetching gains nothing at all. */
    @ParameterizedTest
    @EnumSource
    void onOneCoreEachVersionTakesTheSum(Versions version) throws Exception {
        Duration sequential = computing(new Sequential(), 300, 200, 1);

        assertThat(sequential).isEqualTo(ofMillis(BATCHES * 500));
        assertThat(computing(new OneAhead(), 300, 200, 1)).isEqualTo(sequential);
        assertThat(computing(version.with(3), 300, 200, 1)).isEqualTo(sequential);
    }

    @Test
    void timesOfThePage() throws Exception {
        assertThat(VirtualTime.run(() -> Example.COMPUTING.run(new Sequential())))
                .took(ofMillis(6_400));
        assertThat(VirtualTime.run(() -> Example.COMPUTING.run(new OneAhead()))).took(ofMillis(5_000));
        for (var version : Versions.values()) {
            assertThat(VirtualTime.run(() -> Example.COMPUTING.run(version.with(3))))
                    .took(ofMillis(3_400));
        }
        assertThat(VirtualTime.run(() -> Example.COMPUTING.run(new AllAtOnce())))
                .took(ofMillis(4_000));
    }

    private static Duration computing(Epoch version, int load, int train, int cores) throws Exception {
        return VirtualTime.run(() -> new Simulation(BATCHES, number -> ofMillis(load), ofMillis(train))
                        .computingOn(cores)
                        .run(version))
                .elapsed();
    }
}
