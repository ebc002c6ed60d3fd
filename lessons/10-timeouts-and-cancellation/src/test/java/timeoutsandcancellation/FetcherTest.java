package timeoutsandcancellation;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The claims of lesson 10 about a fetch that stops when it is told to, in virtual time. */
class FetcherTest {
    private static final Duration LIMIT = ofSeconds(1);
    private static final int SCHEDULES = 100;

    /** A source that fails with a timeout of its own. */
    private record ImpatientSource(Duration delay) implements Source {
        @Override
        public String fetch() throws Exception {
            Thread.sleep(delay);
            throw new TimeoutException("the database is slow");
        }

        @Override
        public CompletionStage<String> fetchOn(EventLoop loop) {
            return loop.sleep(delay)
                    .thenCompose(slept -> CompletableFuture.failedFuture(new TimeoutException("the database is slow")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void returnsPageThatArrivesBeforeDeadline(Versions version) throws Exception {
        var run = VirtualTime.run(() -> IO.println(version.fetch(new SlowSource(ofMillis(999)), page())));

        assertThat(run)
                .took(ofMillis(999))
                .printed("Connection opened", "Response received", "Connection closed", "the price is 42")
                .leftNothingRunning();
    }

    @ParameterizedTest
    @EnumSource
    void fetchHasStoppedAtDeadlineUnderEverySchedule(Versions version) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = new VirtualTime().seed(seed).start(() -> givesUp(version, new SlowSource(ofSeconds(3)), page()));

            assertThat(run)
                    .took(LIMIT)
                    .printed("Connection opened", "Connection closed")
                    .printedAt(LIMIT, "Connection closed")
                    .leftNothingRunning();
        }
    }

    @ParameterizedTest
    @EnumSource
    void programContinuesWithoutFetch(Versions version) throws Exception {
        assertThat(run(version, Example.SLOW))
                .took(ofMillis(3_500))
                .printed(
                        "Connection opened",
                        "Connection closed",
                        "Gave up: the deadline of the page has passed",
                        "Other work done");
    }

    @ParameterizedTest
    @EnumSource
    void gaveUpOnSourceThatNeverResponds(Versions version) throws Exception {
        assertThat(run(version, Example.HANGS))
                .took(LIMIT)
                .printedAt(LIMIT, "Connection closed", "Gave up: the deadline of the page has passed")
                .leftNothingRunning();
    }

    @ParameterizedTest
    @EnumSource
    void interruptedCallerCancelsFetchUnderEverySchedule(Versions version) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = new VirtualTime().seed(seed).start(() -> Example.CANCEL.run(version));

            assertThat(run)
                    .printed("Connection opened", "Connection closed", "Interrupted by the user", "Other work done")
                    .printedAt(ofMillis(500), "Connection closed", "Interrupted by the user")
                    .leftNothingRunning();
        }
    }

    @ParameterizedTest
    @EnumSource
    void deadlineThatHasPassedCancelsFetchAtOnce(Versions version) throws Exception {
        var run = VirtualTime.run(() -> {
            Deadline page = page();
            Thread.sleep(ofSeconds(2));
            givesUp(version, new SlowSource(ofSeconds(3)), page);
        });

        assertThat(run).took(ofSeconds(2)).leftNothingRunning();
    }

    @ParameterizedTest
    @EnumSource
    void timeoutOfSourceIsNotDeadlineOfCaller(Versions version) throws Exception {
        VirtualTime.run(() -> assertThatThrownBy(() -> version.fetch(new ImpatientSource(ofMillis(500)), page()))
                .satisfies(failed -> assertThat(failed.getCause() == null ? failed : failed.getCause())
                        .isExactlyInstanceOf(TimeoutException.class)
                        .hasMessage("the database is slow")));
    }

    @Test
    void sequentialIgnoresDeadline() throws Exception {
        var run = VirtualTime.run(() -> IO.println(new Sequential().fetch(new SlowSource(ofSeconds(3)), page())));

        assertThat(run)
                .took(ofSeconds(3))
                .printedAt(ofSeconds(3), "Response received", "Connection closed", "the price is 42");
    }

    @Test
    void sequentialHangsUntilItIsInterrupted() throws Exception {
        assertThat(run(new Sequential(), Example.HANGS))
                .took(ofSeconds(5))
                .printedAt(ofSeconds(5), "Connection closed", "Interrupted by the user");
    }

    // ---- work that does not stop

    @ParameterizedTest
    @EnumSource(names = "EVENT_LOOP", mode = EnumSource.Mode.EXCLUDE)
    void swallowedInterruptHoldsUpCaller(Versions version) throws Exception {
        var run = VirtualTime.run(() -> givesUp(version, new SwallowedInterrupt(ofSeconds(3)), page()));

        assertThat(run).took(ofSeconds(3)).printed("Interrupt ignored", "Response received");
    }

    @Test
    void swallowedCancellationHoldsUpCallerOfLoop() throws Exception {
        var run = VirtualTime.run(
                () -> IO.println(new WithEventLoop().fetch(new SwallowedInterrupt(ofSeconds(3)), page())));

        assertThat(run).took(ofSeconds(3)).printed("Cancellation ignored", "Response received", "the price is 42");
    }

    @ParameterizedTest
    @EnumSource
    void cleanupIsCutShortIfItStartsInterruptedOrIsNotAwaited(Versions version) throws Exception {
        var run = VirtualTime.run(() -> givesUp(version, new CleanupCutShort(ofSeconds(3)), page()));

        assertThat(run).took(LIMIT).printed("Closing the connection");
    }

    @ParameterizedTest
    @EnumSource
    void callerWaitsForCleanupUnderEverySchedule(Versions version) throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = new VirtualTime()
                    .seed(seed)
                    .start(() -> givesUp(version, new CleanupCompleted(ofSeconds(3)), page()));

            assertThat(run)
                    .took(ofMillis(1_500))
                    .printed("Closing the connection", "Connection closed")
                    .leftNothingRunning();
        }
    }

    @Test
    void shieldedCleanupIsNotCutShortBySecondCancellation() throws Exception {
        var run = VirtualTime.run(() -> EventLoop.run(loop -> {
            var fetch = loop.createTask("fetch", () -> new CleanupCompleted(ofSeconds(3)).fetchOn(loop));
            return loop.sleep(ofSeconds(1))
                    .thenRun(() -> fetch.cancel(false))
                    .thenCompose(cancelled -> loop.sleep(ofMillis(200)))
                    .thenRun(() -> fetch.cancel(false))
                    .thenCompose(cancelled -> loop.sleep(ofSeconds(2)));
        }));

        assertThat(run)
                .printedAt(ofSeconds(1), "Closing the connection")
                .printedAt(ofMillis(1_500), "Connection closed");
    }

    @Test
    void secondInterruptCutsCleanupShort() throws Exception {
        var run = VirtualTime.run(() -> {
            Thread fetch = Thread.ofVirtual().start(() -> {
                try {
                    new CleanupCompleted(ofSeconds(3)).fetch();
                } catch (InterruptedException stopped) {
                    IO.println("Stopped");
                }
            });
            Thread.sleep(ofSeconds(1));
            fetch.interrupt();
            Thread.sleep(ofMillis(200));
            fetch.interrupt();
            fetch.join();
        });

        assertThat(run).printedAt(ofSeconds(1), "Closing the connection").printedAt(ofMillis(1_200), "Stopped");
        assertThat(run.output()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void callerIsHeldUpByComputationThatNeverChecks(Versions version) throws Exception {
        var run = VirtualTime.run(() -> {
            try {
                version.fetch(new NeverChecks(ofSeconds(3)), page());
            } catch (DeadlineExceededException late) {
                // with threads; the loop returns the page, because it has one
            }
        });

        assertThat(run).printed("Computed");
        assertThat(run.elapsed()).isGreaterThanOrEqualTo(ofSeconds(3));
    }

    @ParameterizedTest
    @EnumSource
    void computationThatChecksStopsAtDeadline(Versions version) throws Exception {
        var run = VirtualTime.run(() -> givesUp(version, new ChecksForInterrupt(ofSeconds(3)), page()));

        assertThat(run).took(LIMIT).printed().leftNothingRunning();
    }

    private static VirtualRun run(Fetcher version, Example example) throws Exception {
        return VirtualTime.run(() -> example.run(version));
    }

    private static Deadline page() {
        return Deadline.after("page", LIMIT);
    }

    private static void givesUp(Fetcher version, Source source, Deadline deadline) {
        assertThatExceptionOfType(DeadlineExceededException.class)
                .isThrownBy(() -> version.fetch(source, deadline))
                .satisfies(late -> assertThat(late.deadline()).isSameAs(deadline));
    }
}
