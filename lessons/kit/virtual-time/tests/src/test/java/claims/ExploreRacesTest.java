package claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.races.DataRace;
import org.junit.jupiter.api.Test;

/** All schedules, together with a search for data races in each of them. */
class ExploreRacesTest {
    private static final class Counter {
        private int count;

        void increment() {
            count++;
        }

        synchronized void incrementLocked() {
            count++;
        }
    }

    @Test
    void provesThatNothingElseCanBeSeen() {
        assertThat(new ScheduleSearch(2).findRaces().explore(ExploreRacesTest::lockedIncrements))
                .hasToString("no failure in any of the 2 schedules with at most 2 preemptions, and no data race:"
                        + " nothing else can be seen");
    }

    /** The first schedule has no preemption, and its count is right. */
    @Test
    void raceFailsScheduleWhoseResultIsRight() {
        var failure = catchThrowableOfType(
                FailingSchedule.class, () -> new ScheduleSearch(0).findRaces().explore(ExploreRacesTest::increments));

        assertThat(failure.number()).isEqualTo(1);
        assertThat(failure)
                .hasCauseInstanceOf(DataRace.class)
                .hasMessageContaining("`count` is written by Anna (ExploreRacesTest.java:18) and read by Ben"
                        + " (ExploreRacesTest.java:18): nothing orders the two")
                .hasMessageContaining("ExploreRacesTest:18 write count := 2");
    }

    @Test
    void countsFailuresAndNamesRaces() {
        var result = new ScheduleSearch(1)
                .findRaces()
                .count(() -> assertThat(increments().count).isEqualTo(2));

        assertThat(result).hasToString("fails in 2 of the 4 schedules with at most 1 preemption, and has a data race");
        assertThat(result.races().orElseThrow()).allMatch(report -> report.startsWith("`count` is written by"));
    }

    @Test
    void countOfProgramThatHasRaceButDoesNotFail() {
        assertThat(new ScheduleSearch(0).findRaces().count(ExploreRacesTest::increments))
                .hasToString("no failure in any of the 2 schedules with no preemption, but it has a data race");
    }

    @Test
    void countsRaceOfScheduleThatFails() {
        assertThat(new ScheduleSearch(0).findRaces().count(() -> {
                    increments();
                    throw new IllegalStateException("no customers");
                }))
                .hasToString("fails in each of the 2 schedules with no preemption, and has a data race");
    }

    @Test
    void failureWithoutRace() {
        assertThat(new ScheduleSearch(0).findRaces().count(() -> {
                    throw new IllegalStateException("no customers");
                }))
                .hasToString("fails in the only schedule with no preemption, and has no data race");
    }

    @Test
    void limitIsNoProof() {
        assertThat(new ScheduleSearch(2).findRaces().maxRuns(1).explore(ExploreRacesTest::lockedIncrements))
                .hasToString("no failure in the one schedule that was tried before the limit was reached;"
                        + " there are more with at most 2 preemptions, and no data race so far");
    }

    @Test
    void searchThatDoesNotLookForRacesDoesNotMentionThem() {
        var result = VirtualTime.exploreAll(0, ExploreRacesTest::increments);

        assertThat(result).hasToString("no failure in any of the 2 schedules with no preemption");
        assertThat(result.races()).isEmpty();
    }

    private static void lockedIncrements() throws InterruptedException {
        var counter = new Counter();
        annaAndBen(() -> counter.incrementLocked());
    }

    private static Counter increments() throws InterruptedException {
        var counter = new Counter();
        annaAndBen(counter::increment);
        return counter;
    }

    private static void annaAndBen(Runnable body) throws InterruptedException {
        var anna = Thread.ofPlatform().name("Anna").start(body);
        var ben = Thread.ofPlatform().name("Ben").start(body);
        anna.join();
        ben.join();
    }
}
