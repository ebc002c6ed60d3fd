package scraper;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scraper.Versions.Version;

/** The times and orders that lesson 08 claims, in exact virtual time, on a simulated web. */
class ScraperTest {
    private static final int NO_LIMIT = 100;

    private final SimulatedWeb web = SimulatedWeb.withPagesOfLesson();

    static List<?> everyVersion() {
        return Versions.all();
    }

    static List<?> concurrentVersions() {
        return Versions.concurrent();
    }

    @Test
    void sequentialTakesSumOfTimes() throws Exception {
        assertThat(VirtualTime.run(() -> new Sequential(web).scrape(web.addresses())))
                .took(ofMillis(6_900));
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void concurrentVersionsTakeAsLongAsTimeout(Version version) throws Exception {
        assertThat(VirtualTime.run(() -> version.of(web, NO_LIMIT).scrape(web.addresses())))
                .took(ofSeconds(2));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void returnsAllResultsInOrderOfAddresses(Version version) throws Exception {
        var results = new ArrayList<Result>();

        VirtualTime.run(() -> results.addAll(version.of(web, NO_LIMIT).scrape(web.addresses())));

        assertThat(results).isEqualTo(web.results()).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void printsLineForEachAddress(Version version) throws Exception {
        assertThat(VirtualTime.run(() -> version.of(web, NO_LIMIT).scrape(web.addresses())))
                .printedInAnyOrder(web.results().stream().map(Result::toString).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void printsLineAsSoonAsResultIsKnown(Version version) throws Exception {
        assertThat(VirtualTime.run(() -> version.of(web, NO_LIMIT).scrape(web.addresses())))
                .printedInAnyOrderAt(
                        ZERO,
                        "Failed to fetch /refused: it is broken",
                        "Failed to fetch /reset: it is broken",
                        "Failed to fetch /endless: it is broken")
                .printedAt(ofMillis(100), "Failed to fetch /missing: it is broken")
                .printedInAnyOrderAt(
                        ofMillis(300), "Failed to fetch /broken: it is broken", "Fetched /: 100 characters")
                .printedAt(ofMillis(500), "Fetched /news: 100 characters")
                .printedAt(ofMillis(700), "Fetched /gallery: 100 characters")
                .printedAt(ofSeconds(1), "Fetched /archive: 100 characters");
    }

    /** The versions do not catch this exception, so the test shows what happens without their {@code catch}. */
    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void uncaughtExceptionLosesAllResults(Version version) throws Exception {
        var broken = new SimulatedWeb()
                .page("/", ofMillis(300))
                .page("/archive", ofSeconds(1))
                .crashes("/reset")
                .missing("/hanging", ofSeconds(2));
        boolean isOnLoop = version.of(broken, NO_LIMIT) instanceof WithEventLoop;

        VirtualRun run = VirtualTime.run(
                () -> assertThatThrownBy(() -> version.of(broken, NO_LIMIT).scrape(broken.addresses()))
                        .hasStackTraceContaining("/reset crashes"));

        if (isOnLoop) {
            assertThat(run).took(ZERO).printed();
        } else {
            assertThat(run)
                    .took(ofSeconds(2))
                    .printed(
                            "Fetched /: 100 characters",
                            "Fetched /archive: 100 characters",
                            "Failed to fetch /hanging: it is broken");
        }
    }

    @Test
    void sequentialPrintsInOrderOfAddresses() throws Exception {
        assertThat(VirtualTime.run(() -> new Sequential(web).scrape(web.addresses())))
                .printed(web.results().stream().map(Result::toString).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void fetchesNoMoreThanLimitAtOnce(Version version) throws Exception {
        SimulatedWeb tenPages = pagesOfASecond(10);

        VirtualRun run = VirtualTime.run(() -> version.of(tenPages, 4).scrape(tenPages.addresses()));

        assertThat(run).took(ofSeconds(3));
        assertThat(tenPages.peak()).isEqualTo(4);
    }

    @Test
    void semaphoreOfVirtualThreadsLimitsAllCallsTogether() throws Exception {
        assertThat(peakOfTwoCalls(web -> new WithVirtualThreads(web, 4))).isEqualTo(4);
    }

    @Test
    void poolAndLoopLimitEachCallSeparately() throws Exception {
        assertThat(peakOfTwoCalls(web -> new WithThreadPool(web, 4))).isEqualTo(8);
        assertThat(peakOfTwoCalls(web -> new WithEventLoop(web, 4))).isEqualTo(8);
    }

    private static int peakOfTwoCalls(Function<SimulatedWeb, Scraper> version) throws Exception {
        SimulatedWeb tenPages = pagesOfASecond(10);
        Scraper scraper = version.apply(tenPages);
        VirtualTime.run(() -> {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<List<Result>> call = () -> scraper.scrape(tenPages.addresses());
                for (var answer : callers.invokeAll(List.of(call, call))) {
                    assertThat(answer.get()).isEqualTo(tenPages.results());
                }
            }
        });
        return tenPages.peak();
    }

    /** The other pages continue with the remaining permit. */
    @ParameterizedTest
    @MethodSource("concurrentVersions")
    void hangingPageOccupiesOnePermit(Version version) throws Exception {
        var some = new SimulatedWeb().missing("/hanging", ofSeconds(10));
        IntStream.rangeClosed(1, 9).forEach(number -> some.page("/" + number, ofSeconds(1)));

        assertThat(VirtualTime.run(() -> version.of(some, 2).scrape(some.addresses())))
                .took(ofSeconds(10))
                .printedAt(ofSeconds(9), "Fetched /9: 100 characters");
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void leavesNothingRunning(Version version) throws Exception {
        assertThat(VirtualTime.run(() -> version.of(web, 3).scrape(web.addresses())))
                .leftNothingRunning();
        assertThat(web.atOnce()).isZero();
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void interruptedScraperStopsAtOnceAndClosesConnections(Version version) throws Exception {
        SimulatedWeb tenPages = pagesOfASecond(10);

        VirtualRun run = VirtualTime.run(() -> {
            Thread scraper = Thread.currentThread();
            Thread.ofVirtual().start(() -> interruptAfterHalfASecond(scraper));
            assertThatThrownBy(() -> version.of(tenPages, 4).scrape(tenPages.addresses()))
                    .isInstanceOf(InterruptedException.class);
        });

        assertThat(run).took(ofMillis(500)).leftNothingRunning().printed();
        assertThat(tenPages.atOnce()).isZero();
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void withoutAddressesDoesNothing(Version version) throws Exception {
        assertThat(VirtualTime.run(
                        () -> assertThat(version.of(web, 4).scrape(List.of())).isEmpty()))
                .took(ZERO)
                .printed();
    }

    @Test
    void returnsSameResultsUnderEverySchedule() {
        for (var version : Versions.concurrent()) {
            VirtualTime.explore(100, () -> {
                var some = new SimulatedWeb()
                        .page("/a", ofSeconds(1))
                        .missing("/b", ofSeconds(1))
                        .page("/c", ofSeconds(1));
                assertThat(version.getPayload().of(some, 2).scrape(some.addresses()))
                        .isEqualTo(some.results());
                assertThat(some.peak()).isEqualTo(2);
            });
        }
    }

    private static SimulatedWeb pagesOfASecond(int pages) {
        var web = new SimulatedWeb();
        IntStream.rangeClosed(1, pages).forEach(number -> web.page("/" + number, ofSeconds(1)));
        return web;
    }

    private static void interruptAfterHalfASecond(Thread scraper) {
        try {
            Thread.sleep(ofMillis(500));
            scraper.interrupt();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
