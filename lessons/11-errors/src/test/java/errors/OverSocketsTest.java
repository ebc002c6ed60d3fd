package errors;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.localsite.LocalSite;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every version over real sockets, and which exceptions the HTTP client throws. */
@Timeout(120)
class OverSocketsTest {
    private static final Duration LONG = ofSeconds(60);

    @ParameterizedTest
    @EnumSource
    void eachFailureIsAResultWithItsMessage(Versions version) throws Exception {
        try (var site = LocalSite.start(pages -> pages.json("/weather", "sunny", ofMillis(100))
                        .status("/flights", 404, ZERO)
                        .status("/offers", 500, ZERO)
                        .resets("/news", ZERO));
                var web = new HttpWeb(LONG)) {
            var addresses = List.of(
                    site.uri("/weather"),
                    site.uri("/flights"),
                    site.uri("/offers"),
                    site.uri("/news"),
                    site.refusedUri("/refused"));

            List<Result> results = version.with(web).collectAll(addresses);

            assertThat(results).extracting(Result::address).isEqualTo(addresses);
            assertThat(results.subList(0, 3))
                    .extracting(Result::toString)
                    .containsExactly(
                            "Fetched: /weather",
                            "Client error: /flights: status 404",
                            "Unexpected error: /offers: status 500");
            assertThat(results.get(3).toString()).startsWith("Unexpected error: /news: java.io.IOException");
            assertThat(results.get(4)).hasToString("Unexpected error: /refused: java.net.ConnectException");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hangingServerIsATimeout(Versions version) throws Exception {
        try (var site = LocalSite.start(pages -> pages.hangs("/hotels"));
                var web = new HttpWeb(ofMillis(200))) {
            assertThat(version.with(web).collectAll(List.of(site.uri("/hotels"))))
                    .singleElement()
                    .hasToString("Timeout: /hotels");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SEQUENTIAL")
    void serverSeesThatStoppedRequestsAreAborted(Versions version) throws Exception {
        try (var site = LocalSite.start(pages -> pages.hangs("/hotels").status("/flights", 404, ofSeconds(1)));
                var web = new HttpWeb(LONG)) {
            List<URI> addresses = Stream.of("/hotels", "/hotels", "/flights", "/hotels", "/hotels")
                    .map(site::uri)
                    .toList();

            assertThatThrownBy(() -> version.with(web).failFast(addresses))
                    .isExactlyInstanceOf(StatusException.class)
                    .hasMessage("/flights: status 404");

            Awaitility.await().atMost(LONG).until(() -> site.traffic().atOnce() == 0);
            assertThat(site.traffic().answered()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(RetryTest.Versions.class)
    void thirdAttemptSucceedsOnServerThatFailsTwice(RetryTest.Versions version) throws Exception {
        try (var site = LocalSite.start(pages -> pages.recovers("/weather", 2, "sunny", ZERO));
                var web = new HttpWeb(LONG)) {
            assertThat(version.with(web, 4).get(site.uri("/weather"))).isEqualTo("sunny");
            assertThat(site.traffic().answered()).isEqualTo(3);
        }
    }

    /** A retry is a web around a web, so every version can use it. */
    @Test
    void anyVersionCanFetchWithRetries() throws Exception {
        try (var site = LocalSite.start(pages -> pages.recovers("/weather", 1, "sunny", ZERO)
                        .recovers("/news", 2, "none", ZERO)
                        .status("/flights", 404, ZERO));
                var web = new HttpWeb(LONG)) {
            var retrying = new WithRetry(web, 3, ofMillis(10), new Random());

            var results = new WithVirtualThreads(retrying)
                    .collectAll(Stream.of("/weather", "/news", "/flights")
                            .map(site::uri)
                            .toList());

            assertThat(results)
                    .extracting(Result::toString)
                    .containsExactly("Fetched: /weather", "Fetched: /news", "Client error: /flights: status 404");
            assertThat(site.traffic().answered()).isEqualTo(2 + 3 + 1);
        }
    }

    @Test
    void sendThrowsExceptionsItselfAndFutureOfSendAsyncWrapsThem() throws Exception {
        try (var site = LocalSite.start(pages -> pages.hangs("/hotels"));
                var client = HttpClient.newHttpClient()) {
            var late = HttpRequest.newBuilder(site.uri("/hotels"))
                    .timeout(ofMillis(200))
                    .build();
            var refused = HttpRequest.newBuilder(site.refusedUri("/")).build();

            assertThatThrownBy(() -> client.send(late, BodyHandlers.discarding()))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThatThrownBy(() -> client.send(refused, BodyHandlers.discarding()))
                    .isInstanceOf(ConnectException.class);
            assertThat(passedToExceptionally(client, late))
                    .isExactlyInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(HttpTimeoutException.class);
            assertThat(passedToExceptionally(client, refused))
                    .isExactlyInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ConnectException.class);
        }
    }

    private static Throwable passedToExceptionally(HttpClient client, HttpRequest request) {
        var seen = new AtomicReference<Throwable>();
        client.sendAsync(request, BodyHandlers.discarding())
                .exceptionally(failure -> {
                    seen.set(failure);
                    return null;
                })
                .join();
        return seen.get();
    }
}
