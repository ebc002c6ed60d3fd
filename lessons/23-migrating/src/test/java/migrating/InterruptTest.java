package migrating;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualRunAssert;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report that is interrupted stops, gives all connections back, and leaves nothing running. */
class InterruptTest {

    private static final Duration INTERRUPT = ofMillis(250);

    private static VirtualRun interrupted(Steps step) throws Exception {
        return VirtualTime.run(() -> {
            var writing = Thread.currentThread();
            try (var sources = new TestSources(40, 10);
                    var clerk = new Clerk()) {
                clerk.callAfter(INTERRUPT, writing::interrupt);
                assertThatThrownBy(() -> step.write(sources, line -> {}))
                        .isExactlyInstanceOf(InterruptedException.class);
                assertThat(sources.borrowed()).isZero();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PARALLEL_STREAM")
    void interruptEndsTheReportAtOnce(Steps step) throws Exception {
        VirtualRunAssert.assertThat(interrupted(step)).took(INTERRUPT).leftNothingRunning();
    }

    /** The interrupt ends one shop, and the other threads of the common pool never learn of it. */
    @Test
    void interruptedParallelStreamContinuesWithAllOtherShops() throws Exception {
        assertThat(interrupted(Steps.PARALLEL_STREAM).elapsed()).isGreaterThan(ofMillis(2_500));
    }
}
