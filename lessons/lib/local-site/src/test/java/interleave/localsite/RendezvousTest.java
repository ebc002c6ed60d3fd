package interleave.localsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RendezvousTest {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void answersEachRequestWithItsPage() throws Exception {
        try (var alone = Rendezvous.of(1, path -> "Gr\u00fc\u00dfe von " + path)) {
            HttpResponse<String> answer = client.send(request(alone.uri("/one?more")), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("Gr\u00fc\u00dfe von /one");
        }
    }

    @Test
    void sendsNoResponseBeforeAllRequestsArrive() {
        var requested = new AtomicInteger();
        try (var meeting = Rendezvous.of(3, path -> path + " after " + requested.get() + " requests")) {
            var answers = IntStream.range(0, 3)
                    .mapToObj(number -> {
                        requested.incrementAndGet();
                        return get(meeting.uri("/" + number));
                    })
                    .toList();

            assertThat(answers)
                    .extracting(CompletableFuture::join)
                    .containsExactly("/0 after 3 requests", "/1 after 3 requests", "/2 after 3 requests");
        }
    }

    @Test
    void fewerRequestsWaitUntilTheServerCloses() {
        var pages = new AtomicInteger();
        List<CompletableFuture<String>> waiting;
        try (var meeting = Rendezvous.of(3, path -> "page " + pages.incrementAndGet())) {
            waiting = List.of(get(meeting.uri("/one")), get(meeting.uri("/two")));
        }

        for (var answer : waiting) {
            assertThatThrownBy(answer::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(IOException.class);
        }
        assertThat(pages).hasValue(0);
    }

    @Test
    void servesSeveralGroupsWithoutBeingCrowded() throws Exception {
        try (var meeting = Rendezvous.of(3, path -> path);
                var threads = Executors.newFixedThreadPool(3)) {
            var requests = IntStream.range(0, 300)
                    .<Callable<String>>mapToObj(number ->
                            () -> client.send(request(meeting.uri("/" + number)), BodyHandlers.ofString())
                                    .body())
                    .toList();

            List<Future<String>> answers = threads.invokeAll(requests);

            assertThat(answers).extracting(Future::resultNow).hasSize(300).doesNotHaveDuplicates();
            assertThat(meeting.wasCrowded()).isFalse();
        }
    }

    @Test
    void recordsWhenItIsCrowded() {
        try (var meeting = Rendezvous.of(2, path -> path)) {
            while (!meeting.wasCrowded()) {
                var answers = IntStream.range(0, 50)
                        .mapToObj(number -> get(meeting.uri("/" + number)))
                        .toList();

                assertThat(answers).extracting(CompletableFuture::join).hasSize(50);
            }
        }
    }

    private CompletableFuture<String> get(URI page) {
        return client.sendAsync(request(page), BodyHandlers.ofString()).thenApply(HttpResponse::body);
    }

    private static HttpRequest request(URI page) {
        return HttpRequest.newBuilder(page).build();
    }
}
