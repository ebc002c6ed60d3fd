package countdown;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The claims of lesson 02, in virtual time: two countdowns, each with one number per second. */
class CounterTest {
    private static final List<Countdown> FIVE_AND_THREE =
            List.of(new Countdown("Countdown 1", 5), new Countdown("Countdown 2", 3));
    private static final String[] INTERLEAVED = {
        "Countdown 1: 5",
        "Countdown 2: 3",
        "Countdown 1: 4",
        "Countdown 2: 2",
        "Countdown 1: 3",
        "Countdown 2: 1",
        "Countdown 1: 2",
        "Countdown 1: 1"
    };
    private static final List<String> FIRST =
            List.of("Countdown 1: 5", "Countdown 1: 4", "Countdown 1: 3", "Countdown 1: 2", "Countdown 1: 1");
    private static final List<String> SECOND = List.of("Countdown 2: 3", "Countdown 2: 2", "Countdown 2: 1");
    private static final int SCHEDULES = 200;

    static List<Counter> allVersions() {
        return List.of(
                new Sequential(),
                new WithThreadPool(1),
                new WithThreadPool(2),
                new WithEventLoop(),
                new WithVirtualThreads());
    }

    static List<Counter> concurrentVersions() {
        return List.of(new WithThreadPool(2), new WithEventLoop(), new WithVirtualThreads());
    }

    static List<Counter> threadPerCountdownVersions() {
        return List.of(new WithThreadPool(2), new WithVirtualThreads());
    }

    static List<Counter> sequentialVersions() {
        return List.of(new Sequential(), new WithThreadPool(1));
    }

    @ParameterizedTest
    @MethodSource("sequentialVersions")
    void sequentialVersionsTakeEightSeconds(Counter counter) throws Exception {
        assertThat(run(counter)).took(ofSeconds(8)).peakConcurrency(1);
    }

    @ParameterizedTest
    @MethodSource("sequentialVersions")
    void sequentialVersionsFinishFirstCountdownBeforeSecond(Counter counter) throws Exception {
        assertThat(run(counter))
                .printed(
                        "Countdown 1: 5",
                        "Countdown 1: 4",
                        "Countdown 1: 3",
                        "Countdown 1: 2",
                        "Countdown 1: 1",
                        "Countdown 2: 3",
                        "Countdown 2: 2",
                        "Countdown 2: 1")
                .printedAt(ofSeconds(4), "Countdown 1: 1")
                .printedAt(ofSeconds(5), "Countdown 2: 3")
                .printedAt(ofSeconds(7), "Countdown 2: 1");
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void concurrentVersionsTakeFiveSeconds(Counter counter) throws Exception {
        assertThat(run(counter)).took(ofSeconds(5));
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void concurrentVersionsPrintOneNumberPerCountdownEachSecond(Counter counter) throws Exception {
        assertThat(run(counter))
                .printedInAnyOrderAt(ZERO, "Countdown 1: 5", "Countdown 2: 3")
                .printedInAnyOrderAt(ofSeconds(1), "Countdown 1: 4", "Countdown 2: 2")
                .printedInAnyOrderAt(ofSeconds(2), "Countdown 1: 3", "Countdown 2: 1")
                .printedAt(ofSeconds(3), "Countdown 1: 2")
                .printedAt(ofSeconds(4), "Countdown 1: 1")
                .printedAt(ofSeconds(5));
    }

    @ParameterizedTest
    @MethodSource("threadPerCountdownVersions")
    void twoCountdownsOccupyTwoThreads(Counter counter) throws Exception {
        assertThat(run(counter)).peakConcurrency(2);
    }

    @Test
    void eventLoopUsesOnlyTheCallingThread() throws Exception {
        assertThat(run(new WithEventLoop()).threads()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("allVersions")
    void leavesNoThreadRunning(Counter counter) throws Exception {
        assertThat(run(counter)).leftNothingRunning();
    }

    @Test
    void eventLoopPrintsOneOrderUnderEverySchedule() throws Exception {
        assertThat(ordersOf(new WithEventLoop())).containsExactly(List.of(INTERLEAVED));
    }

    @ParameterizedTest
    @MethodSource("threadPerCountdownVersions")
    void threadsInterleaveCountdownsInDifferentOrders(Counter counter) throws Exception {
        Set<List<String>> orders = ordersOf(counter);

        assertThat(orders).contains(List.of(INTERLEAVED));
        assertThat(orders).anySatisfy(order -> assertThat(order).startsWith("Countdown 2: 3", "Countdown 1: 5"));
        assertThat(orders)
                .anySatisfy(order -> assertThat(order).containsSubsequence("Countdown 2: 1", "Countdown 1: 3"));
    }

    @ParameterizedTest
    @MethodSource("allVersions")
    void eachCountdownKeepsItsOrderUnderEverySchedule(Counter counter) throws Exception {
        for (List<String> order : ordersOf(counter)) {
            assertThat(order).hasSize(8).containsSubsequence(FIRST).containsSubsequence(SECOND);
        }
    }

    @ParameterizedTest
    @MethodSource("allVersions")
    void countdownFromZeroPrintsNothing(Counter counter) throws Exception {
        assertThat(VirtualTime.run(() -> counter.countDown(List.of(new Countdown("Done", 0)), ofSeconds(1))))
                .took(ZERO)
                .printed();
    }

    @Test
    void rejectsNegativeStart() {
        assertThatThrownBy(() -> new Countdown("Countdown 1", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Countdown 1 cannot start from -1. Use 0 or more.");
    }

    /** Plain recursion would overflow the stack after some ten thousand numbers. */
    @Test
    void longCountdownOnTheLoopDoesNotOverflowTheStack() throws Exception {
        var oneHundredThousand = List.of(new Countdown("Long", 100_000));

        var run = VirtualTime.run(() -> new WithEventLoop().countDown(oneHundredThousand, ofMillis(1)));

        assertThat(run).took(ofSeconds(100));
        assertThat(run.output()).hasSize(100_000).endsWith("Long: 2", "Long: 1");
    }

    private static VirtualRun run(Counter counter) throws Exception {
        return VirtualTime.run(() -> counter.countDown(FIVE_AND_THREE, ofSeconds(1)));
    }

    private static Set<List<String>> ordersOf(Counter counter) throws Exception {
        var orders = new HashSet<List<String>>();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            orders.add(new VirtualTime()
                    .seed(seed)
                    .start(() -> counter.countDown(FIVE_AND_THREE, ofSeconds(1)))
                    .output());
        }
        return orders;
    }
}
