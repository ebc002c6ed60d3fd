package claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import interleave.virtualtime.ScheduleFailure;
import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.scheduling.Chooser;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a search by seeds has seen, and its strategies. */
class SeedCoverageTest {
    private static final class Counter {
        private int count;

        void increment() {
            count++;
        }
    }

    /** One thread first, or the other; or both reads first, and then one of the two writes. */
    @Test
    void equivalentSchedulesCountOnce() {
        assertThat(VirtualTime.explore(1_000, () -> inTwoThreads(new Counter(), 1)))
                .hasToString("no failure with 1,000 seeds: 4 different schedules, 0 of them new in the last 100 seeds");
    }

    @Test
    void stepsThatDoNotAffectEachOtherMakeOneSchedule() {
        assertThat(VirtualTime.explore(20, () -> {
                    var anna = Thread.ofPlatform().start(new Counter()::increment);
                    new Counter().increment();
                    anna.join();
                }))
                .hasToString("no failure with 20 seeds: 1 schedule");
    }

    @Test
    void largeProgramHasNewSchedulesAtTheEnd() {
        var coverage = VirtualTime.explore(200, () -> inTwoThreads(new Counter(), 20));

        assertThat(coverage.schedules()).isGreaterThan(150);
        assertThat(coverage.newAtTheEnd()).isBetween(75, 100);
    }

    static List<LongFunction<Chooser>> strategies() {
        return List.of(Chooser::seeded, Chooser::priorities, Chooser::stalling);
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void strategyFindsLostUpdateAndItsSeedReplaysIt(LongFunction<Chooser> strategy) {
        var failure = catchThrowableOfType(
                ScheduleFailure.class, () -> VirtualTime.explore(200, strategy, SeedCoverageTest::countTo2));

        assertThat(failure).hasMessageContaining("read count -> 0");
        assertThatThrownBy(() -> new VirtualTime()
                        .scheduler(strategy.apply(failure.seed()))
                        .start(SeedCoverageTest::countTo2))
                .hasMessageContaining("was: 1");
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void sameSeedMakesSameSchedule(LongFunction<Chooser> strategy) throws Exception {
        for (long seed = 0; seed < 10; seed++) {
            var first = new VirtualTime().scheduler(strategy.apply(seed)).start(() -> inTwoThreads(new Counter(), 5));
            var second = new VirtualTime().scheduler(strategy.apply(seed)).start(() -> inTwoThreads(new Counter(), 5));

            assertThat(second.schedule()).isEqualTo(first.schedule());
        }
    }

    private static void countTo2() throws InterruptedException {
        var counter = new Counter();
        inTwoThreads(counter, 1);
        assertThat(counter.count).isEqualTo(2);
    }

    private static void inTwoThreads(Counter counter, int increments) throws InterruptedException {
        Runnable body = () -> {
            for (int i = 0; i < increments; i++) {
                counter.increment();
            }
        };
        var anna = Thread.ofPlatform().start(body);
        var ben = Thread.ofPlatform().start(body);
        anna.join();
        ben.join();
    }
}
