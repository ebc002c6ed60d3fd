package gatherandtasks;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The claims of lesson 05, except those about the structured scope, which has its own module. */
class FetcherTest {
    private static final int SCHEDULES = 100;

    private static final Source USERS = Source.working("users", ofSeconds(2));
    private static final Source PRODUCTS = Source.working("products", ofSeconds(2));
    private static final String[] STARTED = {
        "Fetching data from users", "Fetching data from products", "Fetching data from orders"
    };

    static List<Fetcher> allVersions() {
        return List.of(
                new Sequential(),
                new WithThreadPool(2),
                new WithThreadPool(3),
                new WithEventLoop(),
                new WithVirtualThreads());
    }

    static List<Fetcher> concurrentVersions() {
        return List.of(new WithThreadPool(3), new WithEventLoop(), new WithVirtualThreads());
    }

    static List<Fetcher> threadPerFetchVersions() {
        return List.of(new WithThreadPool(3), new WithVirtualThreads());
    }

    // ---- gather ----

    @Test
    void sequentialTakesSixSeconds() throws Exception {
        assertThat(run(Example.GATHER, new Sequential()))
                .took(ofSeconds(6))
                .peakConcurrency(1)
                .printed(
                        "Fetching data from users",
                        "Data fetched from users",
                        "Fetching data from products",
                        "Data fetched from products",
                        "Fetching data from orders",
                        "Data fetched from orders",
                        "Results: [users data, products data, orders data]");
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void concurrentVersionsTakeTwoSeconds(Fetcher fetcher) throws Exception {
        var run = run(Example.GATHER, fetcher);

        assertThat(run)
                .took(ofSeconds(2))
                .printedInAnyOrderAt(ZERO, STARTED)
                .printedInAnyOrderAt(
                        ofSeconds(2),
                        "Data fetched from users",
                        "Data fetched from products",
                        "Data fetched from orders",
                        "Results: [users data, products data, orders data]");
        assertThat(run.output()).endsWith("Results: [users data, products data, orders data]");
    }

    @ParameterizedTest
    @MethodSource("allVersions")
    void resultsAreInOrderOfSourcesUnderEverySchedule(Fetcher fetcher) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            new VirtualTime()
                    .seed(seed)
                    .start(() -> assertThat(fetcher.fetchAll(sourcesOfDifferentSpeed()))
                            .containsExactly("slow data", "fast data", "middling data"));
        }
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void takesAsLongAsSlowestSource(Fetcher fetcher) throws Exception {
        assertThat(VirtualTime.run(() -> fetcher.fetchAll(sourcesOfDifferentSpeed())))
                .took(ofSeconds(3));
    }

    @Test
    void poolOfTwoTakesFourSeconds() throws Exception {
        assertThat(run(Example.GATHER, new WithThreadPool(2)))
                .took(ofSeconds(4))
                .peakConcurrency(2)
                .printedInAnyOrderAt(ZERO, "Fetching data from users", "Fetching data from products");
    }

    @Test
    void loopGathersTenThousandFetchesOnOneThread() throws Exception {
        var many = new ArrayList<Source>();
        for (int number = 0; number < 10_000; number++) {
            many.add(Source.working("source " + number, ofSeconds(2)));
        }

        var run = VirtualTime.run(() -> new WithEventLoop().fetchAll(many));

        assertThat(run).took(ofSeconds(2));
        assertThat(run.threads()).hasSize(1);
    }

    // ---- create_task ----

    @Test
    void sequentialDoesOtherWorkFirstAndTakesFiveSeconds() throws Exception {
        assertThat(run(Example.TASKS, new Sequential()))
                .took(ofSeconds(5))
                .printed(
                        "Doing other work",
                        "Other work done",
                        "Fetching data from users",
                        "Data fetched from users",
                        "Fetching data from products",
                        "Data fetched from products",
                        "Results: [users data, products data]");
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void fetchesRunDuringOtherWork(Fetcher fetcher) throws Exception {
        assertThat(run(Example.TASKS, fetcher))
                .took(ofSeconds(2))
                .printedInAnyOrderAt(
                        ZERO, "Doing other work", "Fetching data from users", "Fetching data from products")
                .printedAt(ofSeconds(1), "Other work done")
                .printedInAnyOrderAt(
                        ofSeconds(2),
                        "Data fetched from users",
                        "Data fetched from products",
                        "Results: [users data, products data]");
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void completedResultsNeedNoWait(Fetcher fetcher) throws Exception {
        var run = VirtualTime.run(() -> fetcher.fetchDuringOtherWork(USERS, PRODUCTS, ofSeconds(3)));

        assertThat(run)
                .took(ofSeconds(3))
                .printedAt(ofSeconds(3), "Other work done")
                .printedInAnyOrderAt(ofSeconds(2), "Data fetched from users", "Data fetched from products");
    }

    @Test
    void taskStartsWhenItsCreatorWaitsOnTheLoop() throws Exception {
        assertThat(firstThreeLines(new WithEventLoop()))
                .containsExactly(
                        List.of("Doing other work", "Fetching data from users", "Fetching data from products"));
    }

    @ParameterizedTest
    @MethodSource("threadPerFetchVersions")
    void taskMayStartAtOnceOrLaterOnThreads(Fetcher fetcher) throws Exception {
        assertThat(firstThreeLines(fetcher))
                .anySatisfy(lines -> assertThat(lines.getFirst()).isEqualTo("Doing other work"))
                .anySatisfy(lines -> assertThat(lines.getFirst()).startsWith("Fetching data"));
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void exceptionIsThrownWhenResultIsRetrieved(Fetcher fetcher) throws Exception {
        var run = VirtualTime.run(() -> {
            var broken = Source.broken("products", ofMillis(500));
            assertThatThrownBy(() -> fetcher.fetchDuringOtherWork(USERS, broken, ofSeconds(1)))
                    .hasMessageContaining("products does not answer");
        });

        assertThat(run)
                .took(ofSeconds(2))
                .printedAt(ofMillis(500))
                .printedAt(ofSeconds(1), "Other work done")
                .printedAt(ofSeconds(2), "Data fetched from users");
    }

    @Test
    void streamThatSubmitsAndGetsInOnePassIsSequential() throws Exception {
        var run = VirtualTime.run(() -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Stream.of(USERS, PRODUCTS)
                        .map(source -> threads.submit(source::fetch))
                        .forEach(fetched -> {
                            try {
                                fetched.get();
                            } catch (InterruptedException | ExecutionException failed) {
                                throw new AssertionError(failed);
                            }
                        });
            }
        });

        assertThat(run).took(ofSeconds(4));
    }

    // ---- one source fails ----

    @Test
    void sequentialStopsAtFirstException() throws Exception {
        assertThat(run(Example.FAILURE, new Sequential()))
                .took(ofSeconds(5))
                .printed(
                        "Fetching data from users",
                        "Data fetched from users",
                        "Fetching data from products",
                        "Failed: products does not answer")
                .printedAt(ofSeconds(3), "Failed: products does not answer");
    }

    @Test
    void gatherFailsAtOnceAndOtherTasksContinue() throws Exception {
        assertThat(run(Example.FAILURE, new WithEventLoop()))
                .took(ofSeconds(3))
                .printedInAnyOrderAt(ZERO, STARTED)
                .printedAt(ofSeconds(1), "Failed: products does not answer")
                .printedInAnyOrderAt(ofSeconds(2), "Data fetched from users", "Data fetched from orders");
    }

    @ParameterizedTest
    @MethodSource("threadPerFetchVersions")
    void invokeAllReturnsOnlyWhenAllHaveEnded(Fetcher fetcher) throws Exception {
        var run = run(Example.FAILURE, fetcher);

        assertThat(run)
                .took(ofSeconds(4))
                .printedInAnyOrderAt(ZERO, STARTED)
                .printedAt(ofSeconds(1))
                .printedInAnyOrderAt(
                        ofSeconds(2),
                        "Data fetched from users",
                        "Data fetched from orders",
                        "Failed: products does not answer");
        assertThat(run.output()).endsWith("Failed: products does not answer");
    }

    @Test
    void loopCancelsRemainingTasksWhenItEnds() throws Exception {
        var run = VirtualTime.run(() -> assertThatThrownBy(() -> new WithEventLoop().fetchAll(secondFails())));

        assertThat(run).took(ofSeconds(1)).printed(STARTED);
    }

    @Test
    void gatherFailsWithExceptionThatHappenedFirst() throws Exception {
        assertThat(runAndGoOn(new WithEventLoop(), twoBroken()))
                .printedAt(ofSeconds(1), "Failed: products does not answer")
                .printedAt(ofSeconds(2));
    }

    @ParameterizedTest
    @MethodSource("threadPerFetchVersions")
    void firstGetAfterInvokeAllDecidesWhichExceptionIsThrown(Fetcher fetcher) throws Exception {
        assertThat(runAndGoOn(fetcher, twoBroken())).printedAt(ofSeconds(2), "Failed: users does not answer");
    }

    @Test
    void sequentialAndLoopThrowOriginalException() throws Exception {
        for (Fetcher fetcher : List.of(new Sequential(), new WithEventLoop())) {
            VirtualTime.run(() -> assertThatThrownBy(() -> fetcher.fetchAll(secondFails()))
                    .isExactlyInstanceOf(FetchFailedException.class));
        }
    }

    @ParameterizedTest
    @MethodSource("threadPerFetchVersions")
    void futureWrapsExceptionInExecutionException(Fetcher fetcher) throws Exception {
        VirtualTime.run(() -> assertThatThrownBy(() -> fetcher.fetchAll(secondFails()))
                .isExactlyInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(FetchFailedException.class));
    }

    // ---- all examples ----

    @ParameterizedTest
    @EnumSource
    void leavesNoThreadRunning(Example example) throws Exception {
        for (Fetcher fetcher : allVersions()) {
            assertThat(run(example, fetcher)).leftNothingRunning();
        }
    }

    @Test
    void gatherIsTheDefaultExample() {
        assertThat(Example.named()).isEqualTo(Example.GATHER);
        assertThat(Example.named("failure")).isEqualTo(Example.FAILURE);
    }

    @Test
    void rejectsUnknownExampleAndListsValidOnes() {
        assertThatThrownBy(() -> Example.named("taks"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown argument 'taks'. After --, this lesson accepts gather, tasks or failure.");
    }

    private static VirtualRun run(Example example, Fetcher fetcher) throws Exception {
        return VirtualTime.run(() -> example.run(fetcher));
    }

    private static VirtualRun runAndGoOn(Fetcher fetcher, List<Source> sources) throws Exception {
        return VirtualTime.run(() -> fetcher.fetchAllAndGoOn(sources, ofSeconds(2)));
    }

    private static Set<List<String>> firstThreeLines(Fetcher fetcher) throws Exception {
        var orders = new HashSet<List<String>>();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = new VirtualTime().seed(seed).start(() -> Example.TASKS.run(fetcher));
            orders.add(run.output().subList(0, 3));
        }
        return orders;
    }

    private static List<Source> sourcesOfDifferentSpeed() {
        return List.of(
                Source.working("slow", ofSeconds(3)),
                Source.working("fast", ofSeconds(1)),
                Source.working("middling", ofSeconds(2)));
    }

    private static List<Source> secondFails() {
        return List.of(USERS, Source.broken("products", ofSeconds(1)), Source.working("orders", ofSeconds(2)));
    }

    private static List<Source> twoBroken() {
        return List.of(Source.broken("users", ofSeconds(2)), Source.broken("products", ofSeconds(1)));
    }
}
