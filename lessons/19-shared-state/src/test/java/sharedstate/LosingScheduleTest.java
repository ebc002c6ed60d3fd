package sharedstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.VirtualTime;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every mistake is found by trying schedules, is replayed from its seed, and is told on the page. */
class LosingScheduleTest {
    private static final int REPLAYS = 100;

    @ParameterizedTest
    @EnumSource
    void everyMistakeIsFound(Mistake mistake) {
        assertThat(LosingSchedule.firstOf(mistake).seed()).isNotNegative();
    }

    @ParameterizedTest
    @EnumSource
    void everyMistakeNeedsOnePreemption(Mistake mistake) {
        assertThat(VirtualTime.exploreAll(0, mistake.program()).complete()).isTrue();
        assertThatThrownBy(() -> VirtualTime.exploreAll(1, mistake.program())).isInstanceOf(FailingSchedule.class);
    }

    @ParameterizedTest
    @EnumSource
    void seedReplaysTheMistakeEachTime(Mistake mistake) {
        long seed = LosingSchedule.firstOf(mistake).seed();

        for (int replay = 0; replay < REPLAYS; replay++) {
            assertThatThrownBy(() -> new VirtualTime().seed(seed).start(mistake.program()));
        }
    }

    @Test
    void iterationFailsWithConcurrentModification() {
        long seed = LosingSchedule.firstOf(Mistake.ITERATED_LIST).seed();

        assertThatThrownBy(() -> new VirtualTime().seed(seed).start(Mistake.ITERATED_LIST.program()))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseInstanceOf(ConcurrentModificationException.class);
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameTrace(Mistake mistake) {
        assertThat(LosingSchedule.firstOf(mistake)).isEqualTo(LosingSchedule.firstOf(mistake));
    }

    /** The page shows one of the schedules, not necessarily the first. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VOLATILE_COUNTER")
    void pageShowsRealSchedule(Mistake mistake) throws Exception {
        List<String> told = Page.table(mistake.header());

        Optional<LosingSchedule> schedule = LosingSchedule.after(0, mistake);
        while (schedule.isPresent() && !schedule.get().rows().equals(told)) {
            schedule = LosingSchedule.after(schedule.get().seed() + 1, mistake);
        }
        assertThat(schedule).as("a schedule with these steps: %s", told).isPresent();
    }
}
