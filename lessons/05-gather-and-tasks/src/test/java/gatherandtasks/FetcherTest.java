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

/** What lesson 05 claims of all versions but the structured scope, whose test is in its own module. */
class FetcherTest {
    private static final int SCHEDULES = 100;

    private static final Source USERS = Source.working("users", ofSeconds(2));
    private static final Source PRODUCTS = Source.working("products", ofSeconds(2));
    private static final String[] BEGUN = {
        "Fetching data from users", "Fetching data from products", "Fetching data from orders"
    };

    static List<Fetcher> everyVersion() {
        return List.of(
                new Sequential(),
                new WithThreadPool(2),
                new WithThreadPool(3),
                new WithEventLoop(),
                new WithVirtualThreads());
    }

    static List<Fetcher> allAtOnce() {
        return List.of(new WithThreadPool(3), new WithEventLoop(), new WithVirtualThreads());
    }

    static List<Fetcher> withAThreadForEachFetch() {
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
    @MethodSource("allAtOnce")
    void everyoneElseTakesTwoSeconds(Fetcher fetcher) throws Exception {
        var run = run(Example.GATHER, fetcher);

        assertThat(run)
                .took(ofSeconds(2))
                .printedInAnyOrderAt(ZERO, BEGUN)
                .printedInAnyOrderAt(
                        ofSeconds(2),
                        "Data fetched from users",
                        "Data fetched from products",
                        "Data fetched from orders",
                        "Results: [users data, products data, orders data]");
        assertThat(run.output()).endsWith("Results: [users data, products data, orders data]");
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void resultsComeInTheOrderAskedForWhoeverAnswersFirst(Fetcher fetcher) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            new VirtualTime()
                    .seed(seed)
                    .start(() -> assertThat(fetcher.fetchAll(differentlyFast()))
                            .containsExactly("slow data", "fast data", "middling data"));
        }
    }

    @ParameterizedTest
    @MethodSource("allAtOnce")
    void theSlowestSourceDecides(Fetcher fetcher) throws Exception {
        assertThat(VirtualTime.run(() -> fetcher.fetchAll(differentlyFast()))).took(ofSeconds(3));
    }

    @Test
    void aPoolOfTwoTakesFourSeconds() throws Exception {
        assertThat(run(Example.GATHER, new WithThreadPool(2)))
                .took(ofSeconds(4))
                .peakConcurrency(2)
                .printedInAnyOrderAt(ZERO, "Fetching data from users", "Fetching data from products");
    }

    @Test
    void theLoopGathersAsManyAsThereAreOnOneThread() throws Exception {
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
    void sequentialDoesTheOtherWorkFirstAndTakesFiveSeconds() throws Exception {
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
    @MethodSource("allAtOnce")
    void tasksRunWhileOtherWorkIsDone(Fetcher fetcher) throws Exception {
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
    @MethodSource("allAtOnce")
    void whatIsReadyNeedNotBeWaitedFor(Fetcher fetcher) throws Exception {
        var run = VirtualTime.run(() -> fetcher.fetchDuringOtherWork(USERS, PRODUCTS, ofSeconds(3)));

        assertThat(run)
                .took(ofSeconds(3))
                .printedAt(ofSeconds(3), "Other work done")
                .printedInAnyOrderAt(ofSeconds(2), "Data fetched from users", "Data fetched from products");
    }

    @Test
    void onTheLoopATaskBeginsWhenItsCreatorWaits() throws Exception {
        assertThat(firstThreeLines(new WithEventLoop()))
                .containsExactly(
                        List.of("Doing other work", "Fetching data from users", "Fetching data from products"));
    }

    @ParameterizedTest
    @MethodSource("withAThreadForEachFetch")
    void onThreadsATaskMayBeginAtOnceOrLater(Fetcher fetcher) throws Exception {
        assertThat(firstThreeLines(fetcher))
                .anySatisfy(lines -> assertThat(lines.getFirst()).isEqualTo("Doing other work"))
                .anySatisfy(lines -> assertThat(lines.getFirst()).startsWith("Fetching data"));
    }

    @ParameterizedTest
    @MethodSource("allAtOnce")
    void aTasksFailureWaitsUntilItIsAskedFor(Fetcher fetcher) throws Exception {
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
    void aStreamThatStartsAndAsksInOneGoFetchesOneAfterTheOther() throws Exception {
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

    // ---- one fails ----

    @Test
    void sequentialNeverAsksTheSourcesBehindTheFailure() throws Exception {
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
    void gatherFailsAtOnceAndTheOthersGoOn() throws Exception {
        assertThat(run(Example.FAILURE, new WithEventLoop()))
                .took(ofSeconds(3))
                .printedInAnyOrderAt(ZERO, BEGUN)
                .printedAt(ofSeconds(1), "Failed: products does not answer")
                .printedInAnyOrderAt(ofSeconds(2), "Data fetched from users", "Data fetched from orders");
    }

    @ParameterizedTest
    @MethodSource("withAThreadForEachFetch")
    void invokeAllFailsOnlyWhenAllHaveEnded(Fetcher fetcher) throws Exception {
        var run = run(Example.FAILURE, fetcher);

        assertThat(run)
                .took(ofSeconds(4))
                .printedInAnyOrderAt(ZERO, BEGUN)
                .printedAt(ofSeconds(1))
                .printedInAnyOrderAt(
                        ofSeconds(2),
                        "Data fetched from users",
                        "Data fetched from orders",
                        "Failed: products does not answer");
        assertThat(run.output()).endsWith("Failed: products does not answer");
    }

    @Test
    void whenTheLoopEndsSoDoTheTasksThatWentOn() throws Exception {
        var run = VirtualTime.run(() -> assertThatThrownBy(() -> new WithEventLoop().fetchAll(secondFails())));

        assertThat(run).took(ofSeconds(1)).printed(BEGUN);
    }

    @Test
    void gatherTellsTheFailureThatHappenedFirst() throws Exception {
        assertThat(goOn(new WithEventLoop(), twoBroken()))
                .printedAt(ofSeconds(1), "Failed: products does not answer")
                .printedAt(ofSeconds(2));
    }

    @ParameterizedTest
    @MethodSource("withAThreadForEachFetch")
    void invokeAllTellsTheFailureThatIsAskedForFirst(Fetcher fetcher) throws Exception {
        assertThat(goOn(fetcher, twoBroken())).printedAt(ofSeconds(2), "Failed: users does not answer");
    }

    @Test
    void withoutAFutureBetweenAFailureArrivesAsItIs() throws Exception {
        for (Fetcher fetcher : List.of(new Sequential(), new WithEventLoop())) {
            VirtualTime.run(() -> assertThatThrownBy(() -> fetcher.fetchAll(secondFails()))
                    .isExactlyInstanceOf(FetchFailedException.class));
        }
    }

    @ParameterizedTest
    @MethodSource("withAThreadForEachFetch")
    void aFutureWrapsTheFailure(Fetcher fetcher) throws Exception {
        VirtualTime.run(() -> assertThatThrownBy(() -> fetcher.fetchAll(secondFails()))
                .isExactlyInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(FetchFailedException.class));
    }

    // ---- whatever the example ----

    @ParameterizedTest
    @EnumSource
    void nothingIsLeftRunning(Example example) throws Exception {
        for (Fetcher fetcher : everyVersion()) {
            assertThat(run(example, fetcher)).leftNothingRunning();
        }
    }

    @Test
    void gatherIsTheExampleWhenNoneIsNamed() {
        assertThat(Example.named()).isEqualTo(Example.GATHER);
        assertThat(Example.named("failure")).isEqualTo(Example.FAILURE);
    }

    @Test
    void anUnknownExampleIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Example.named("taks"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no example 'taks': type gather, tasks or failure");
    }

    private static VirtualRun run(Example example, Fetcher fetcher) throws Exception {
        return VirtualTime.run(() -> example.run(fetcher));
    }

    private static VirtualRun goOn(Fetcher fetcher, List<Source> sources) throws Exception {
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

    private static List<Source> differentlyFast() {
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
