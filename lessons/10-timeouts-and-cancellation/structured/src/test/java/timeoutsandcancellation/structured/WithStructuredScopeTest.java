package timeoutsandcancellation.structured;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.EventLoop;
import interleave.localsite.LocalSite;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import timeoutsandcancellation.Deadline;
import timeoutsandcancellation.DeadlineExceededException;
import timeoutsandcancellation.Example;
import timeoutsandcancellation.HttpSource;
import timeoutsandcancellation.SlowSource;
import timeoutsandcancellation.Source;

/** The claims of lesson 10 about the structured scope, in virtual time and over sockets. */
class WithStructuredScopeTest {
    private static final Duration LIMIT = ofSeconds(1);

    /** A source for versions with threads. */
    private interface BlockingSource extends Source {
        @Override
        default CompletionStage<String> fetchOn(EventLoop loop) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void fetchHasStoppedAtDeadlineUnderEverySchedule() throws Exception {
        for (int seed = 0; seed < 100; seed++) {
            var run = new VirtualTime().seed(seed).start(() -> givesUp(new SlowSource(ofSeconds(3)), page()));

            assertThat(run).took(LIMIT).printed("Connection opened", "Connection closed");
            assertThat(threadsOfProgram(run)).isEmpty();
        }
    }

    @Test
    void interruptedCallerCancelsFetch() throws Exception {
        assertThat(run(Example.CANCEL))
                .printed("Connection opened", "Connection closed", "Interrupted by the user", "Other work done")
                .printedAt(ofMillis(500), "Connection closed", "Interrupted by the user");
    }

    @Test
    void gaveUpOnSourceThatNeverResponds() throws Exception {
        assertThat(run(Example.HANGS))
                .took(LIMIT)
                .printedAt(LIMIT, "Connection closed", "Gave up: the deadline of the page has passed");
    }

    @Test
    void exampleOfRetriesTakesThreeSecondsAndThenOne() throws Exception {
        assertThat(run(Example.RETRIES))
                .took(ofSeconds(4))
                .printedAt(ofSeconds(4), "Connection closed", "Gave up: the deadline of the page has passed");
    }

    @Test
    void swallowedInterruptHoldsUpScope() throws Exception {
        assertThat(run(Example.INTERRUPT))
                .took(ofSeconds(4))
                .printedAt(ofSeconds(1), "Interrupt ignored")
                .printedAt(ofSeconds(4), "Connection closed", "Gave up: the deadline of the page has passed");
    }

    @Test
    void scopeWaitsForCleanup() throws Exception {
        assertThat(run(Example.CLEANUP))
                .took(ofMillis(2_500))
                .printedAt(ofMillis(2_500), "Connection closed", "Gave up: the deadline of the page has passed");
    }

    @Test
    void scopeWaitsForComputationThatNeverChecks() throws Exception {
        var run = run(Example.COMPUTATION);

        assertThat(run.output()).contains("Computed", "Gave up: the deadline of the page has passed");
        assertThat(run.elapsed()).isGreaterThanOrEqualTo(ofSeconds(4));
    }

    @Test
    void timeoutOfSourceIsNotDeadlineOfCaller() throws Exception {
        BlockingSource impatient = () -> {
            throw new TimeoutException("the database is slow");
        };

        VirtualTime.run(() -> assertThatThrownBy(() -> new WithStructuredScope().fetch(impatient, page()))
                .isExactlyInstanceOf(StructuredTaskScope.FailedException.class)
                .hasCauseExactlyInstanceOf(TimeoutException.class));
    }

    /** Scopes inside scopes: the shorter timeout wins, and cancels what is inside. */
    @ParameterizedTest
    @CsvSource({"1000, 400", "400, 1000"})
    void shorterTimeoutOfNestedScopesWins(long outerMillis, long innerMillis) throws Exception {
        var run = VirtualTime.run(() -> {
            var inner = Deadline.after("try", ofMillis(innerMillis));
            var outer = Deadline.after("page", ofMillis(outerMillis));
            BlockingSource nested = () -> new WithStructuredScope().fetch(new SlowSource(ofHours(1)), inner);

            assertThatThrownBy(() -> new WithStructuredScope().fetch(nested, outer))
                    .satisfies(failed -> assertThat(exceeded(failed).deadline()).isSameAs(inner.within(outer)));
        });

        assertThat(run).took(ofMillis(400)).printed("Connection opened", "Connection closed");
    }

    private static DeadlineExceededException exceeded(Throwable failure) {
        return failure instanceof DeadlineExceededException exceeded
                ? exceeded
                : (DeadlineExceededException) failure.getCause();
    }

    @Test
    void nothingIsLostInAThousandRounds() throws Exception {
        nothingIsLost(1_000);
    }

    @Tag("slow")
    @Test
    void nothingIsLostInTenThousandRounds() throws Exception {
        nothingIsLost(10_000);
    }

    /** The page arrives exactly at the deadline. */
    private static void nothingIsLost(int rounds) throws Exception {
        var outcomes = new HashMap<String, Integer>();
        for (int seed = 0; seed < rounds; seed++) {
            var permits = new Semaphore(1);
            BlockingSource pooled = () -> {
                permits.acquire();
                try {
                    Thread.sleep(LIMIT);
                    return "page";
                } finally {
                    permits.release();
                }
            };

            var run = new VirtualTime().seed(seed).start(() -> outcomes.merge(outcome(pooled), 1, Integer::sum));

            assertThat(permits.availablePermits()).as("permits, seed %d", seed).isEqualTo(1);
            assertThat(run).took(LIMIT);
            assertThat(threadsOfProgram(run)).isEmpty();
        }
        assertThat(outcomes).containsOnlyKeys("page", "deadline");
    }

    private static String outcome(Source source) throws Exception {
        try {
            return new WithStructuredScope().fetch(source, page());
        } catch (DeadlineExceededException late) {
            return "deadline";
        }
    }

    /** Unlike the other versions, a scope drops a page that arrives at the deadline: join throws in any case. */
    @Test
    void joinThrowsAlthoughSubtaskHasSucceeded() throws Exception {
        VirtualTime.run(() -> {
            try (var scope = StructuredTaskScope.open(
                    Joiner.<String>awaitAllSuccessfulOrThrow(), scopes -> scopes.withTimeout(LIMIT))) {
                var fetched = scope.fork(() -> "page");
                Thread.sleep(ofSeconds(2));

                assertThatThrownBy(scope::join).isInstanceOf(StructuredTaskScope.TimeoutException.class);
                assertThat(fetched.state()).isEqualTo(StructuredTaskScope.Subtask.State.SUCCESS);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/stalls"})
    @Timeout(120)
    void serverSeesConnectionClose(String path) {
        try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
                var site = LocalSite.start(pages -> pages.hangs("/silent").neverEnds("/stalls", ofHours(1)))) {
            var request = HttpRequest.newBuilder(site.uri(path)).build();

            // on a busy machine, a request may not reach the server within the limit
            for (Duration limit = ofMillis(100); site.traffic().peak() == 0; limit = limit.multipliedBy(2)) {
                givesUp(new HttpSource(client, request), Deadline.after("page", limit));
            }

            Awaitility.await().atMost(ofSeconds(60)).until(() -> site.traffic().atOnce() == 0);
        }
    }

    /** The JDK's own delay thread, which a scope with a timeout uses, is still there. */
    private static List<String> threadsOfProgram(VirtualRun run) {
        return run.leftRunning().stream()
                .filter(thread -> !thread.contains("delayScheduler"))
                .toList();
    }

    private static VirtualRun run(Example example) throws Exception {
        return VirtualTime.run(() -> example.run(new WithStructuredScope()));
    }

    private static Deadline page() {
        return Deadline.after("page", LIMIT);
    }

    private static void givesUp(Source source, Deadline deadline) {
        assertThatExceptionOfType(DeadlineExceededException.class)
                .isThrownBy(() -> new WithStructuredScope().fetch(source, deadline))
                .satisfies(late -> assertThat(late.deadline()).isSameAs(deadline));
    }
}
