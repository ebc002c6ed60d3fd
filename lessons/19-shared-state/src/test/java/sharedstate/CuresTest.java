package sharedstate;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.SearchResult;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every cure is right under all schedules with at most two preemptions. The mistakes need one. */
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
    @EnumSource(names = "CONFINEMENT", mode = Mode.EXCLUDE)
    void rightUnderAllSchedulesWithTwoPreemptions(Cure cure) {
        exploreAll(cure, 2);
    }

    @ParameterizedTest
    @EnumSource(names = "CONFINEMENT")
    void loopIsRightUnderAllSchedulesWithOnePreemption(Cure cure) {
        exploreAll(cure, 1);
    }

    /** The loop's own steps make some 25,000 schedules. */
    @Tag("slow")
    @ParameterizedTest
    @EnumSource(names = "CONFINEMENT")
    void loopIsRightUnderAllSchedulesWithTwoPreemptions(Cure cure) {
        exploreAll(cure, 2);
    }

    private static void exploreAll(Cure cure, int preemptions) {
        SearchResult result = new ScheduleSearch(preemptions)
                .maxTime(Duration.ofMinutes(10))
                .explore(() -> assertThat(cure.experiment.call()).isTrue());

        assertThat(result.complete()).as(result.toString()).isTrue();
    }
}
