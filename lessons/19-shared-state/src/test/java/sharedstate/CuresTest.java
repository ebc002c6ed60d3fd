package sharedstate;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.SearchResult;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The loop's own steps make many schedules. {@link AllSchedulesTest} tries those of the other cures. */
class CuresTest {

    @Test
    void loopIsRightUnderAllSchedulesWithOnePreemption() {
        assertThat(loop(new ScheduleSearch(1).findRaces()).races())
                .hasValueSatisfying(races -> assertThat(races).isEmpty());
    }

    /** Some 25,000 schedules. */
    @Tag("slow")
    @Test
    void loopIsRightUnderAllSchedulesWithTwoPreemptions() {
        loop(new ScheduleSearch(2));
    }

    private static SearchResult loop(ScheduleSearch search) {
        SearchResult result = search.maxTime(Duration.ofMinutes(10))
                .explore(() ->
                        assertThat(Experiments.countsBoth(new WithEventLoop())).isTrue());

        assertThat(result.complete()).as(result.toString()).isTrue();
        return result;
    }
}
