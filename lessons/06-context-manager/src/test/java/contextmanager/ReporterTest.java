package contextmanager;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import contextmanager.Reporter.Queries;
import contextmanager.Reporter.Report;
import contextmanager.SimulatedDatabase.Fault;
import interleave.eventloop.EventLoop;
import interleave.eventloop.Task;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The claims of lesson 06 about the simulated database, in exact virtual time. */
class ReporterTest {
    private static final String[] LINES_OF_THE_ARTICLE = {
        "Connecting to database ...",
        "Connected",
        "Executing query: SELECT * FROM users",
        "Result of SELECT * FROM users",
        "Executing query: SELECT * FROM products",
        "Result of SELECT * FROM products",
        "Closing connection ...",
        "Closed"
    };
    private static final Duration WHILE_CONNECTING = ofMillis(400);
    private static final Duration WHILE_QUERYING = ofMillis(1_300);
    private static final Duration WHILE_CLOSING = ofMillis(2_200);

    enum Version {
        SEQUENTIAL(Sequential::new),
        THREAD_POOL(database -> new WithThreadPool(database, 3)),
        EVENT_LOOP(WithEventLoop::new),
        VIRTUAL_THREADS(WithVirtualThreads::new);

        private final Function<SimulatedDatabase, Reporter> constructor;

        Version(Function<SimulatedDatabase, Reporter> constructor) {
            this.constructor = constructor;
        }
    }

    // Steps and times of a report

    @ParameterizedTest
    @EnumSource
    void oneReportTakesTwoAndAHalfSeconds(Version version) throws Exception {
        assertThat(reports(version, 1)).took(ofMillis(2_500)).printed(LINES_OF_THE_ARTICLE);
    }

    @ParameterizedTest
    @EnumSource
    void oneReportConnectsQueriesTwiceAndCloses(Version version) throws Exception {
        assertThat(reports(version, 1))
                .printedAt(ZERO, "Connecting to database ...")
                .printedAt(ofSeconds(1), "Connected", "Executing query: SELECT * FROM users")
                .printedAt(ofMillis(1_500), "Result of SELECT * FROM users", "Executing query: SELECT * FROM products")
                .printedAt(ofSeconds(2), "Result of SELECT * FROM products", "Closing connection ...")
                .printedAt(ofMillis(2_500), "Closed");
    }

    @ParameterizedTest
    @EnumSource
    void everyReportHasResultsOfBothQueries(Version version) throws Exception {
        var made = new AtomicReference<List<Report>>();

        VirtualTime.run(() -> made.set(version.constructor.apply(healthy()).report(3, Queries.OF_THE_ARTICLE)));

        assertThat(made.get())
                .hasSize(3)
                .containsOnly(new Report("Result of SELECT * FROM users", "Result of SELECT * FROM products"));
    }

    @Test
    void threeSequentialReportsTakeSevenAndAHalfSeconds() throws Exception {
        assertThat(reports(Version.SEQUENTIAL, 3)).took(ofMillis(7_500));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SEQUENTIAL")
    void threeConcurrentReportsTakeAsLongAsOne(Version version) throws Exception {
        assertThat(reports(version, 3)).took(ofMillis(2_500));
    }

    @Test
    void poolOfThreeThreadsMakesSixReportsInTwoRounds() throws Exception {
        assertThat(reports(Version.THREAD_POOL, 6)).took(ofSeconds(5)).peakConcurrency(3);
    }

    @Test
    void eventLoopUsesOneThread() throws Exception {
        assertThat(reports(Version.EVENT_LOOP, 6).threads()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoThreadRunning(Version version) throws Exception {
        assertThat(reports(version, 3)).leftNothingRunning();
    }

    @ParameterizedTest
    @EnumSource
    void closesEveryConnectionUnderEverySchedule(Version version) {
        VirtualTime.explore(100, () -> {
            var database = healthy();
            version.constructor.apply(database).report(4, Queries.OF_THE_ARTICLE);
            assertThat(database.openConnections()).isZero();
        });
    }

    // Failures

    @ParameterizedTest
    @EnumSource
    void closesConnectionAfterFailedQuery(Version version) throws Exception {
        var outcome = new Outcome(version, Fault.QUERY_FAILS);

        assertThat(outcome.run)
                .took(ofSeconds(2))
                .printedAt(ofMillis(1_500), "Closing connection ...")
                .printedAt(ofSeconds(2), "Closed");
        assertThat(outcome.failure)
                .hasMessage("the query failed: SELECT * FROM users")
                .hasNoSuppressedExceptions();
        assertThat(outcome.database.openConnections()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void failsWithFailureOfCloseAfterSuccessfulQueries(Version version) throws Exception {
        var outcome = new Outcome(version, Fault.CLOSE_FAILS);

        assertThat(outcome.run).took(ofMillis(2_500));
        assertThat(outcome.failure).hasMessageStartingWith("closing failed").hasNoSuppressedExceptions();
        assertThat(outcome.database.openConnections()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void suppressesFailureOfCloseInFailureOfQuery(Version version) throws Exception {
        var outcome = new Outcome(version, Fault.QUERY_FAILS, Fault.CLOSE_FAILS);

        assertThat(outcome.run).took(ofSeconds(2));
        assertThat(outcome.failure).hasMessage("the query failed: SELECT * FROM users");
        assertThat(outcome.failure.getSuppressed())
                .singleElement()
                .satisfies(suppressed -> assertThat(suppressed).hasMessageStartingWith("closing failed"));
        assertThat(outcome.database.openConnections()).isZero();
    }

    // Interrupts

    @ParameterizedTest
    @EnumSource
    void reportInterruptedWhileConnectingHasNothingToClose(Version version) throws Exception {
        var outcome = new Outcome(version, WHILE_CONNECTING);

        assertThat(outcome.run)
                .took(WHILE_CONNECTING)
                .printed("Connecting to database ...")
                .leftNothingRunning();
        assertThat(outcome.failure).isInstanceOf(InterruptedException.class);
        assertThat(outcome.database.openConnections()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void reportInterruptedWhileQueryingStillTakesTimeToClose(Version version) throws Exception {
        var outcome = new Outcome(version, WHILE_QUERYING);

        assertThat(outcome.run)
                .took(ofMillis(1_800))
                .printedAt(WHILE_QUERYING, "Closing connection ...")
                .printedAt(ofMillis(1_800), "Closed")
                .leftNothingRunning();
        assertThat(outcome.failure).isInstanceOf(InterruptedException.class);
        assertThat(outcome.database.openConnections()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void reportInterruptedWhileClosingClosesAtOnceAndKeepsInterrupt(Version version) throws Exception {
        var outcome = new Outcome(version, WHILE_CLOSING);

        assertThat(outcome.run)
                .took(WHILE_CLOSING)
                .printed(LINES_OF_THE_ARTICLE)
                .leftNothingRunning();
        assertThat(outcome.interruptKept).isTrue();
        assertThat(outcome.database.openConnections()).isZero();
    }

    // Cancelled tasks on the loop

    @Test
    void taskCancelledWhileConnectingHasNothingToClose() throws Exception {
        var outcome = cancelled(WHILE_CONNECTING, healthy());

        assertThat(outcome.run).took(WHILE_CONNECTING).printed("Connecting to database ...");
        assertThat(outcome.failure).isInstanceOf(CancellationException.class);
    }

    @Test
    void taskCancelledWhileQueryingStillTakesTimeToClose() throws Exception {
        var outcome = cancelled(WHILE_QUERYING, healthy());

        assertThat(outcome.run)
                .took(ofMillis(1_800))
                .printed(
                        "Connecting to database ...",
                        "Connected",
                        "Executing query: SELECT * FROM users",
                        "Closing connection ...",
                        "Closed")
                .printedAt(WHILE_QUERYING, "Closing connection ...");
        assertThat(outcome.failure).isInstanceOf(CancellationException.class);
        assertThat(outcome.database.openConnections()).isZero();
    }

    @Test
    void taskCancelledWhileClosingClosesAtOnce() throws Exception {
        var outcome = cancelled(WHILE_CLOSING, healthy());

        assertThat(outcome.run).took(WHILE_CLOSING).printed(LINES_OF_THE_ARTICLE);
        assertThat(outcome.failure).isInstanceOf(CancellationException.class);
        assertThat(outcome.database.openConnections()).isZero();
    }

    @Test
    void suppressesFailureOfCloseInCancellation() throws Exception {
        var outcome = cancelled(WHILE_QUERYING, new SimulatedDatabase(EnumSet.of(Fault.CLOSE_FAILS)));

        assertThat(outcome.failure).isInstanceOf(CancellationException.class);
        assertThat(outcome.failure.getSuppressed())
                .singleElement()
                .satisfies(suppressed -> assertThat(suppressed).hasMessageStartingWith("closing failed"));
    }

    @Test
    void reportThatTimesOutClosesItsConnection() throws Exception {
        var outcome = new Outcome(
                healthy(),
                (reporter, loop) -> loop.timeout(WHILE_QUERYING, reporter.report(loop, Queries.OF_THE_ARTICLE)));

        assertThat(outcome.run).took(ofMillis(1_800));
        assertThat(outcome.failure).isInstanceOf(TimeoutException.class);
        assertThat(outcome.database.openConnections()).isZero();
    }

    @Test
    void endOfLoopClosesConnectionOfForgottenTask() throws Exception {
        var outcome = new Outcome(healthy(), (reporter, loop) -> {
            loop.createTask("forgotten", () -> reporter.report(loop, Queries.OF_THE_ARTICLE));
            return loop.sleep(WHILE_QUERYING);
        });

        assertThat(outcome.run).took(ofMillis(1_800)).printedAt(ofMillis(1_800), "Closed");
        assertThat(outcome.database.openConnections()).isZero();
    }

    private static SimulatedDatabase healthy() {
        return new SimulatedDatabase(EnumSet.noneOf(Fault.class));
    }

    private static VirtualRun reports(Version version, int reports) throws Exception {
        return VirtualTime.run(() -> version.constructor.apply(healthy()).report(reports, Queries.OF_THE_ARTICLE));
    }

    private static Outcome cancelled(Duration when, SimulatedDatabase database) throws Exception {
        return new Outcome(database, (reporter, loop) -> {
            Task<Report> report = loop.createTask("report", () -> reporter.report(loop, Queries.OF_THE_ARTICLE));
            loop.sleep(when).thenRun(() -> report.cancel(false));
            return report;
        });
    }

    /** The outcome of one report that fails, is interrupted or is cancelled. */
    private static final class Outcome {
        private final SimulatedDatabase database;
        private final VirtualRun run;
        private Throwable failure;
        private boolean interruptKept;

        /** A report from a database with faults. */
        Outcome(Version version, Fault first, Fault... others) throws Exception {
            database = new SimulatedDatabase(EnumSet.of(first, others));
            run = VirtualTime.run(() -> report(version));
        }

        /** A report whose thread is interrupted after this time. */
        Outcome(Version version, Duration interrupt) throws Exception {
            database = healthy();
            run = VirtualTime.run(() -> {
                Thread reporter = Thread.ofPlatform().name("reporter").start(() -> report(version));
                Thread.sleep(interrupt);
                reporter.interrupt();
                reporter.join();
            });
        }

        /** A report on a loop that runs {@code main}. */
        Outcome(
                SimulatedDatabase database,
                BiFunction<WithEventLoop, EventLoop, ? extends java.util.concurrent.CompletionStage<?>> main)
                throws Exception {
            this.database = database;
            run = VirtualTime.run(() -> failure = catchThrowable(() -> EventLoop.run(
                    loop -> main.apply(new WithEventLoop(database), loop).thenApply(done -> done))));
        }

        private void report(Version version) {
            failure = catchThrowable(() -> version.constructor.apply(database).report(1, Queries.OF_THE_ARTICLE));
            interruptKept = Thread.currentThread().isInterrupted() || failure instanceof InterruptedException;
            if (failure instanceof ExecutionException wrapped) {
                failure = wrapped.getCause();
            }
        }
    }
}
