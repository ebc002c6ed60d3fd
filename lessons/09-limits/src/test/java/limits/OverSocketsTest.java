package limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.localsite.LocalSite;
import interleave.localsite.Rendezvous;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every version over real sockets: how many requests overlap, and what the server sees of a cancellation. */
@Timeout(120)
class OverSocketsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    enum Versions {
        THREAD_POOL(WithThreadPool::new),
        EVENT_LOOP(WithEventLoop::new),
        VIRTUAL_THREADS(WithVirtualThreads::new);

        private final BiFunction<HttpClient, Integer, Fetcher> constructor;

        Versions(BiFunction<HttpClient, Integer, Fetcher> constructor) {
            this.constructor = constructor;
        }
    }

    /** The server responds only when five requests are there. A sixth one is detected. */
    @ParameterizedTest
    @EnumSource
    void peakIsExactlyFive(Versions version) throws Exception {
        try (var server = Rendezvous.of(5, path -> path);
                var client = client()) {
            assertThat(version.constructor.apply(client, 5).fetchAll(twenty(server::uri)))
                    .isEqualTo(Collections.nCopies(20, 200));
            assertThat(server.wasCrowded()).isFalse();
        }
    }

    @Test
    void peakIsTwentyWithoutLimit() throws Exception {
        try (var server = Rendezvous.of(20, path -> path);
                var client = client()) {
            assertThat(new NoLimit(client).fetchAll(twenty(server::uri))).isEqualTo(Collections.nCopies(20, 200));
        }
    }

    @Test
    void peakOfSequentialIsOne() throws Exception {
        try (var server = Rendezvous.of(1, path -> path);
                var client = client()) {
            assertThat(new Sequential(client).fetchAll(twenty(server::uri))).hasSize(20);
            assertThat(server.wasCrowded()).isFalse();
        }
    }

    /** The request for a page that never responds keeps the only place at the server. */
    @Test
    void requestAboveLimitIsAnsweredWith429() throws Exception {
        try (var site = LocalSite.start(pages -> pages.hangs("/pages/1").atMost(1));
                var client = client();
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = others.submit(() -> new NoLimit(client).fetchAll(List.of(site.uri("/pages/1"))));
            Awaitility.await().atMost(LONG).until(() -> site.traffic().atOnce() == 1);

            assertThat(new NoLimit(client).fetchAll(List.of(site.uri("/pages/2"))))
                    .containsExactly(429);
            assertThat(site.traffic().tooMany()).isEqualTo(1);
            hanging.cancel(true);
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancelledCallClosesItsConnectionsAndSendsNothingElse(Versions version) throws Exception {
        try (var site = LocalSite.start(pages -> numbers().forEach(number -> pages.hangs("/pages/" + number)));
                var client = client();
                var caller = Executors.newSingleThreadExecutor()) {
            var all = caller.submit(() -> version.constructor.apply(client, 5).fetchAll(twenty(site::uri)));
            Awaitility.await().atMost(LONG).until(() -> site.traffic().atOnce() == 5);

            all.cancel(true);

            assertThatThrownBy(all::get).isInstanceOf(CancellationException.class);
            caller.shutdown();
            assertThat(caller.awaitTermination(LONG.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            Awaitility.await().atMost(LONG).until(() -> site.traffic().atOnce() == 0);
            assertThat(site.traffic().answered()).isZero();
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    }

    private static List<URI> twenty(Function<String, URI> uri) {
        return numbers().mapToObj(number -> uri.apply("/pages/" + number)).toList();
    }

    private static IntStream numbers() {
        return IntStream.rangeClosed(1, 20);
    }
}
