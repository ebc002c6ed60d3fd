package bugs;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.VirtualTime;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each bug is found with few preemptions, and each corrected twin survives all schedules with as many, without a race.
 */
class BugsTest {
    private static final int PREEMPTIONS = 3;

    static Stream<Bug> bugs() {
        return Stream.concat(
                Stream.of(
                        new LostUpdate(),
                        new CheckThenAct(),
                        new TwoLockDeadlock(),
                        new ThreeLockDeadlock(),
                        new MissedSignal(),
                        new DoubleCheckedInitialization(),
                        new BufferWithIf(),
                        new WrongLock(),
                        new TornPair(),
                        new IterationWhileAdding(),
                        new OrderAtStartUp(),
                        new Aba(),
                        new TryLockLivelock(),
                        new Reorder(),
                        new TwoStage(),
                        new WorkStealingQueue(),
                        new TokenRing(),
                        new AuditDuringTransfer(),
                        new NotifyOne(),
                        new ClosedWhileInUse(),
                        new LazySingleton(),
                        new AtomicGetThenSet()),
                IntStream.rangeClosed(2, 7).mapToObj(Diners::new));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void bugIsFound(Bug bug) {
        assertThatThrownBy(() -> VirtualTime.exploreAll(PREEMPTIONS, bug::wrong))
                .isInstanceOf(FailingSchedule.class);
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void correctedTwinSurvives(Bug bug) {
        assumeThat(bug).as("has many schedules").isNotIn(new Diners(6), new Diners(7));

        assertSurvives(bug);
    }

    /** Seven diners take minutes. */
    @Tag("slow")
    @Test
    void sixDinersSurvive() {
        assertSurvives(new Diners(6));
    }

    private static void assertSurvives(Bug bug) {
        var search = new ScheduleSearch(PREEMPTIONS).findRaces().maxTime(ofMinutes(10));

        assertThat(search.explore(bug::right)).asString().endsWith("and no data race: nothing else can be seen");
    }
}
