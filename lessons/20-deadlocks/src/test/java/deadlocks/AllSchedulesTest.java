package deadlocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a search of all schedules with at most two preemptions finds. The page has the results. */
class AllSchedulesTest {
    private static final int PREEMPTIONS = 2;
    private static final String HEADER = "| bank | under all schedules |";

    /** The rows of the table on the page: a bank, and its result. */
    static Stream<List<String>> rows() throws Exception {
        return Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals(HEADER))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(row -> List.of(
                        row.replace("`", "").replaceAll("^\\| | \\|$", "").split(" \\| ")));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void pageShowsTheResultOfTheSearch(List<String> row) {
        var search = new ScheduleSearch(PREEMPTIONS).findRaces().maxTime(Duration.ofMinutes(10));

        assertThat(search.count(() -> NoPause.main(new String[] {row.getFirst()})))
                .hasToString(row.getLast());
    }

    @Test
    void pageShowsAllBanks() throws Exception {
        assertThat(rows()).hasSize(7);
    }

    @Test
    void deadlockNeedsOnePreemption() {
        assertThat(VirtualTime.exploreAll(0, () -> NoPause.main(new String[0])).complete())
                .isTrue();
        assertThatThrownBy(() -> VirtualTime.exploreAll(PREEMPTIONS, () -> NoPause.main(new String[0])))
                .isInstanceOf(FailingSchedule.class)
                .hasMessageContaining("with 1 preemption")
                .hasMessageContaining("Cycle: Alice waits for Bob waits for Alice");
    }

    @Test
    void refusesUnknownBank() {
        assertThatThrownBy(() -> NoPause.main(new String[] {"foo"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'foo'");
    }
}
