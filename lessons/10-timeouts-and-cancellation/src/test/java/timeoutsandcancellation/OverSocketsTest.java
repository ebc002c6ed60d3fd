package timeoutsandcancellation;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.eventloop.EventLoop;
import interleave.localsite.LocalSite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the server sees of a fetch that is given up. */
@Timeout(300)
class OverSocketsTest {
    private static final Duration LONG = ofSeconds(60);
    private static final Duration LIMIT = ofMillis(100);
    private static final Duration LATE = ofMillis(500);
    private static final int AT_ONCE = 20;

    private LocalSite site;
    private HttpClient client;

    @BeforeEach
    void startSite() {
        site = LocalSite.start(pages -> pages.hangs("/silent")
                .neverEnds("/stalls", ofHours(1))
                .json("/late", "42", LATE)
                .json("/at-the-deadline", "42", LIMIT));
        client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    }

    @AfterEach
    void stopSite() {
        site.close(); // first, because the client waits for its requests
        client.close();
    }

    @ParameterizedTest
    @EnumSource
    void serverThatNeverRespondsSeesConnectionClose(Versions version) {
        givesUp(version, "/silent");
    }

    @ParameterizedTest
    @EnumSource
    void serverThatStallsAfterHeadersSeesConnectionClose(Versions version) {
        givesUp(version, "/stalls");
    }

    /** On a busy machine, a request may not reach the server within the limit. It is then sent with a longer one. */
    private void givesUp(Fetcher version, String path) {
        for (var limits = growingLimits().iterator();
                limits.hasNext() && site.traffic().peak() == 0; ) {
            var page = Deadline.after("page", limits.next());

            assertThatThrownBy(() -> version.fetch(source(site.uri(path)), page))
                    .isInstanceOfSatisfying(
                            DeadlineExceededException.class,
                            late -> assertThat(late.deadline()).isSameAs(page));
        }
        assertThat(site.traffic().peak()).isEqualTo(1);
        Awaitility.await().atMost(LONG).until(() -> site.traffic().atOnce() == 0);
    }

    @ParameterizedTest
    @EnumSource
    void timeoutOfRequestFiresBeforeTheHeaders(Versions version) {
        assertThatThrownBy(() -> version.fetch(withTimeout(site.uri("/silent"), LIMIT), Deadline.after("page", LONG)))
                .satisfiesAnyOf(
                        failed -> assertThat(failed).isInstanceOf(HttpTimeoutException.class),
                        failed -> assertThat(failed).hasCauseInstanceOf(HttpTimeoutException.class));
    }

    /** On a busy machine, the headers may arrive only after the timeout. The request is then sent with a longer one. */
    @ParameterizedTest
    @EnumSource
    void timeoutOfRequestEndsWithHeadersInJava25(Versions version) {
        assumeThat(Runtime.version().feature()).isEqualTo(25); // JDK-8208693 changes it in a later release

        assertThat(growingLimits()
                        .map(limit -> catchThrowable(() -> version.fetch(
                                withTimeout(site.uri("/stalls"), limit),
                                Deadline.after("page", limit.multipliedBy(4)))))
                        .filter(DeadlineExceededException.class::isInstance)
                        .findFirst())
                .isPresent();
    }

    /** From {@link #LIMIT} to about half a minute. */
    private static Stream<Duration> growingLimits() {
        return Stream.iterate(LIMIT, limit -> limit.multipliedBy(2)).limit(9);
    }

    private Source withTimeout(URI address, Duration timeout) {
        return new HttpSource(
                client, HttpRequest.newBuilder(address).timeout(timeout).build());
    }

    /** The response arrives after the caller has given up, and the thread of the fetch receives it. */
    @Test
    void requestContinuesAfterOrTimeout() throws Exception {
        var received = new CountDownLatch(1);
        var source = new Source() {
            @Override
            public String fetch() throws Exception {
                String body = source(site.uri("/late")).fetch();
                received.countDown();
                return body;
            }

            @Override
            public CompletionStage<String> fetchOn(EventLoop loop) {
                throw new UnsupportedOperationException();
            }
        };

        assertThatThrownBy(() -> new WithCompletableFuture().fetch(source, Deadline.after("page", LIMIT)))
                .isInstanceOf(DeadlineExceededException.class);

        assertThat(received.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(site.traffic().answered()).isEqualTo(1);
    }

    /** The futures of the JDK's client are an exception: cancelling one of them, or one derived from it, aborts. */
    @Test
    void cancellingFutureOfClientAbortsRequest() {
        var request = HttpRequest.newBuilder(site.uri("/silent")).build();
        var body = client.sendAsync(request, BodyHandlers.ofString()).thenApply(response -> response.body());
        Awaitility.await().atMost(LONG).until(() -> site.traffic().atOnce() == 1);

        body.cancel(true);

        Awaitility.await().atMost(LONG).until(() -> site.traffic().atOnce() == 0);
    }

    /** If the request were aborted, the server would not send its response. */
    @Test
    void orTimeoutOnFutureOfClientDoesNotAbortRequest() {
        var request = HttpRequest.newBuilder(site.uri("/late")).build();
        var response = client.sendAsync(request, BodyHandlers.ofString());

        assertThatThrownBy(() -> response.orTimeout(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                        .join())
                .hasCauseInstanceOf(TimeoutException.class);

        Awaitility.await().atMost(LONG).until(() -> site.traffic().answered() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostIfResponseArrivesAtDeadline(Versions version) throws Exception {
        nothingIsLost(version, 300);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void nothingIsLostInTenThousandRounds(Versions version) throws Exception {
        nothingIsLost(version, 10_000);
    }

    /** A connection may break when its fetch is cancelled. This is rare, and the caller gets the exception. */
    private void nothingIsLost(Fetcher version, int rounds) throws Exception {
        var permits = new Semaphore(AT_ONCE);
        var outcomes = new ArrayList<String>();
        Callable<String> round = () -> {
            permits.acquire();
            try {
                return version.fetch(source(site.uri("/at-the-deadline")), Deadline.after("page", LIMIT));
            } catch (DeadlineExceededException late) {
                return "deadline";
            } catch (IOException | ExecutionException broken) {
                assertThat(Throwables.getRootCause(broken)).isInstanceOf(IOException.class);
                return "broken connection";
            } finally {
                permits.release();
            }
        };
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var outcome :
                    callers.invokeAll(Stream.generate(() -> round).limit(rounds).toList())) {
                outcomes.add(outcome.get());
            }
        }
        assertThat(outcomes).hasSize(rounds).allMatch(Set.of("42", "deadline", "broken connection")::contains);
        assertThat(Collections.frequency(outcomes, "broken connection")).isLessThanOrEqualTo(rounds / 20);
        assertThat(permits.availablePermits()).isEqualTo(AT_ONCE);
        Awaitility.await().atMost(LONG).until(() -> site.traffic().atOnce() == 0);
    }

    private Source source(URI address) {
        return new HttpSource(client, HttpRequest.newBuilder(address).build());
    }
}
