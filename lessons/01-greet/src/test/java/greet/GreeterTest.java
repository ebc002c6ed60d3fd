package greet;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The claims of lesson 01, in virtual time: three guests, each with a pause of one second. */
class GreeterTest {
    private static final List<String> GUESTS = List.of("Alice", "Bob", "Charlie");
    private static final String[] HELLOS = {"Hello, Alice!", "Hello, Bob!", "Hello, Charlie!"};
    private static final String[] GOODBYES = {"Goodbye, Alice!", "Goodbye, Bob!", "Goodbye, Charlie!"};
    private static final int SCHEDULES = 200;

    static List<Greeter> allVersions() {
        return List.of(
                new Sequential(),
                new WithThreadPool(1),
                new WithThreadPool(2),
                new WithThreadPool(3),
                new WithEventLoop(),
                new WithVirtualThreads());
    }

    static List<Greeter> concurrentVersions() {
        return List.of(new WithThreadPool(3), new WithEventLoop(), new WithVirtualThreads());
    }

    static List<Greeter> threadPerGuestVersions() {
        return List.of(new WithThreadPool(3), new WithVirtualThreads());
    }

    @Test
    void sequentialTakesThreeSeconds() throws Exception {
        assertThat(run(new Sequential())).took(ofSeconds(3)).peakConcurrency(1);
    }

    @Test
    void sequentialGreetsInPairs() throws Exception {
        assertThat(run(new Sequential()))
                .printed(
                        "Hello, Alice!",
                        "Goodbye, Alice!",
                        "Hello, Bob!",
                        "Goodbye, Bob!",
                        "Hello, Charlie!",
                        "Goodbye, Charlie!")
                .printedAt(ZERO, "Hello, Alice!")
                .printedAt(ofSeconds(1), "Goodbye, Alice!", "Hello, Bob!")
                .printedAt(ofSeconds(2), "Goodbye, Bob!", "Hello, Charlie!")
                .printedAt(ofSeconds(3), "Goodbye, Charlie!");
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void concurrentVersionsTakeOneSecond(Greeter greeter) throws Exception {
        assertThat(run(greeter)).took(ofSeconds(1));
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void concurrentVersionsPrintThreeHellosAndOneSecondLaterThreeGoodbyes(Greeter greeter) throws Exception {
        assertThat(run(greeter)).printedInAnyOrderAt(ZERO, HELLOS).printedInAnyOrderAt(ofSeconds(1), GOODBYES);
    }

    @ParameterizedTest
    @MethodSource("threadPerGuestVersions")
    void threeGuestsOccupyThreeThreads(Greeter greeter) throws Exception {
        assertThat(run(greeter)).peakConcurrency(3);
    }

    @Test
    void eventLoopUsesOnlyTheCallingThread() throws Exception {
        var run = run(new WithEventLoop());

        assertThat(run).peakConcurrency(1);
        assertThat(run.threads()).hasSize(1);
    }

    @Test
    void poolOfTwoTakesTwoSeconds() throws Exception {
        assertThat(run(new WithThreadPool(2))).took(ofSeconds(2)).peakConcurrency(2);
    }

    @Test
    void thirdGuestWaitsForThreadInPoolOfTwo() throws Exception {
        assertThat(run(new WithThreadPool(2)))
                .printedInAnyOrderAt(ZERO, "Hello, Alice!", "Hello, Bob!")
                .printedInAnyOrderAt(ofSeconds(1), "Goodbye, Alice!", "Goodbye, Bob!", "Hello, Charlie!")
                .printedAt(ofSeconds(2), "Goodbye, Charlie!");
    }

    @ParameterizedTest
    @MethodSource("allVersions")
    void leavesNoThreadRunning(Greeter greeter) throws Exception {
        assertThat(run(greeter)).leftNothingRunning();
    }

    @Test
    void eventLoopPrintsOneOrderUnderEverySchedule() throws Exception {
        assertThat(ordersOfGoodbyes(new WithEventLoop())).containsExactly(List.of(GOODBYES));
    }

    @ParameterizedTest
    @MethodSource("threadPerGuestVersions")
    void threadsPrintGoodbyesInDifferentOrders(Greeter greeter) throws Exception {
        assertThat(ordersOfGoodbyes(greeter))
                .contains(List.of(GOODBYES), List.of("Goodbye, Charlie!", "Goodbye, Bob!", "Goodbye, Alice!"));
    }

    @ParameterizedTest
    @MethodSource("allVersions")
    void eachGuestGetsOneHelloBeforeOneGoodbyeUnderEverySchedule(Greeter greeter) throws Exception {
        for (VirtualRun run : underManySchedules(greeter)) {
            assertThat(run)
                    .printedInAnyOrder(
                            Stream.of(HELLOS, GOODBYES).flatMap(Stream::of).toArray(String[]::new));
            for (String guest : GUESTS) {
                assertThat(run.output()).containsSubsequence("Hello, " + guest + "!", "Goodbye, " + guest + "!");
            }
        }
    }

    private static VirtualRun run(Greeter greeter) throws Exception {
        return VirtualTime.run(() -> greeter.greetAll(GUESTS, ofSeconds(1)));
    }

    private static List<VirtualRun> underManySchedules(Greeter greeter) throws Exception {
        var runs = new ArrayList<VirtualRun>();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            runs.add(new VirtualTime().seed(seed).start(() -> greeter.greetAll(GUESTS, ofSeconds(1))));
        }
        return runs;
    }

    private static Set<List<String>> ordersOfGoodbyes(Greeter greeter) throws Exception {
        var orders = new HashSet<List<String>>();
        for (VirtualRun run : underManySchedules(greeter)) {
            orders.add(run.output().stream()
                    .filter(line -> line.startsWith("Goodbye"))
                    .toList());
        }
        return orders;
    }
}
