package races;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FindRacesTest {
    private static final int SEEDS = 40;

    static Stream<RaceRow> racy() {
        return RacyPrograms.rows();
    }

    static Stream<RaceRow> ordered() {
        return Stream.of(OrderedByLocks.rows(), OrderedByTasks.rows(), OrderedByCompletions.rows())
                .flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("racy")
    void raceIsFoundInEverySchedule(RaceRow row) throws Exception {
        assertThat(new VirtualTime()
                        .findRaces()
                        .expectUncaught()
                        .start(row.program())
                        .races())
                .isNotEmpty();
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(new VirtualTime()
                            .seed(seed)
                            .findRaces()
                            .expectUncaught()
                            .start(row.program())
                            .races())
                    .as("seed " + seed)
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void orderedAccessesAreNotReported(RaceRow row) throws Exception {
        assertThat(new VirtualTime().findRaces().start(row.program())).hasNoDataRace();
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(new VirtualTime().seed(seed).findRaces().start(row.program()))
                    .hasNoDataRace();
        }
    }

    @Test
    void reportNamesBothAccessesAndWhatWouldOrderThem() throws Exception {
        var counter = new Shared();
        var other = new Object();

        var run = new VirtualTime()
                .findRaces()
                .start(() -> Shared.inTwoThreads(
                        () -> {
                            synchronized (counter) {
                                counter.count = 1;
                            }
                        },
                        () -> {
                            synchronized (other) {
                                IO.println(counter.count);
                            }
                        }));

        assertThat(run.races())
                .singleElement()
                .asString()
                .matches("`count` is written by Anna \\(FindRacesTest.java:\\d+\\) and read by Ben"
                        + " \\(FindRacesTest.java:\\d+\\): nothing orders the two. Anna holds the monitor of a"
                        + " Shared, Ben holds the monitor of an Object. Guard both with the same lock, or start"
                        + " the reader after the write, or join the writer before the read.");
    }

    @Test
    void collectionCountsAsOneVariable() throws Exception {
        var shared = new Shared();

        var run = new VirtualTime()
                .findRaces()
                .start(() -> Shared.inTwoThreads(() -> shared.map.put("a", 1), () -> shared.map.put("b", 2)));

        assertThat(run.races()).singleElement().asString().startsWith("a HashMap is written by Anna");
    }

    @Test
    void assertionFailsWithTheReport() throws Exception {
        var counter = new Shared();

        var run =
                new VirtualTime().findRaces().start(() -> Shared.inTwoThreads(counter::increment, counter::increment));

        assertThatThrownBy(() -> assertThat(run).hasNoDataRace()).hasMessageContaining("nothing orders the two");
    }

    @Test
    void runThatDoesNotLookForRacesReportsNone() throws Exception {
        var counter = new Shared();

        var run = VirtualTime.run(() -> Shared.inTwoThreads(counter::increment, counter::increment));

        assertThat(run.races()).isEmpty();
    }
}
