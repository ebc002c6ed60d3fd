package sharedstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a search of all schedules with at most two preemptions finds. The page has the results. */
class AllSchedulesTest {
    private static final int PREEMPTIONS = 2;

    /** The rows of the table on the page: an experiment, and its result. */
    static Stream<List<String>> rows() throws Exception {
        return Page.table("| experiment | under all schedules |").stream()
                .map(row -> List.of(row.replaceAll("^\\| | \\|$", "").split(" \\| ")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void pageShowsTheResultOfTheSearch(List<String> row) {
        var search = new ScheduleSearch(PREEMPTIONS).findRaces().maxTime(Duration.ofMinutes(10));

        assertThat(search.count(() -> OneRound.main(new String[] {row.getFirst()})))
                .hasToString(row.getLast());
    }

    @Test
    void pageShowsAllExperiments() throws Exception {
        assertThat(rows()).hasSize(11);
    }

    @Test
    void lostUpdateNeedsOnePreemption() {
        assertThat(VirtualTime.exploreAll(0, () -> OneRound.main(new String[0])).complete())
                .isTrue();
        assertThatThrownBy(() -> VirtualTime.exploreAll(PREEMPTIONS, () -> OneRound.main(new String[0])))
                .isInstanceOf(FailingSchedule.class)
                .hasMessageContaining("with 1 preemption");
    }

    /** The result is right in this run, but the race is there. */
    @Test
    void oneRunShowsTheDataRace() throws Exception {
        assertThat(new VirtualTime()
                        .findRaces()
                        .start(() -> OneRound.main(new String[0]))
                        .races())
                .singleElement()
                .asString()
                .startsWith("`inside` is written by Gate 2 (LostUpdate.java:14) and read by Gate 1");
    }

    @Test
    void refusesUnknownExperiment() {
        assertThatThrownBy(() -> OneRound.main(new String[] {"foo"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'foo'");
    }
}
