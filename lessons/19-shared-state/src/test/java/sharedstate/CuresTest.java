package sharedstate;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every cure is right under every schedule that was tried. This is no proof, but the mistakes do not pass. */
class CuresTest {
    enum Cure {
        LOCK(() -> Experiments.countsBoth(new WithLock())),
        ATOMIC(() -> Experiments.countsBoth(new WithAtomic())),
        CONFINEMENT(() -> Experiments.countsBoth(new WithEventLoop())),
        ONE_ATOMIC_CALL(() -> Experiments.sellsOnce(new PutIfAbsent())),
        IMMUTABLE_RECORD(() -> Experiments.showsOnePlay(new ImmutableRecord("Hamlet", 1))),
        LOCKED_ITERATION(() -> Experiments.printsOneMoment(new LockedIteration())),
        COPY_ON_WRITE(() -> Experiments.printsOneMoment(new CopyOnWrite()));

        private final Callable<Boolean> experiment;

        Cure(Callable<Boolean> experiment) {
            this.experiment = experiment;
        }
    }

    @ParameterizedTest
    @EnumSource
    void rightUnder200Schedules(Cure cure) {
        explore(cure, 200);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void rightUnder10000Schedules(Cure cure) {
        explore(cure, 10_000);
    }

    private static void explore(Cure cure, int seeds) {
        VirtualTime.explore(seeds, () -> assertThat(cure.experiment.call()).isTrue());
    }
}
