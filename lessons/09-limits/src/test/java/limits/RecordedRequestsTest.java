package limits;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.localsite.Rendezvous;
import interleave.recorder.Recorder;
import interleave.recorder.model.Timeline;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The picture of a version shows the requests that the server received at once, whatever sends them. */
@Timeout(120)
class RecordedRequestsTest {

    enum Versions {
        SEQUENTIAL(1, Sequential::new),
        THREAD_POOL(5, client -> new WithThreadPool(client, 5)),
        EVENT_LOOP(5, client -> new WithEventLoop(client, 5)),
        VIRTUAL_THREADS(5, client -> new WithVirtualThreads(client, 5)),
        NO_LIMIT(20, NoLimit::new);

        private final int atOnce;
        private final Function<HttpClient, Fetcher> constructor;

        Versions(int atOnce, Function<HttpClient, Fetcher> constructor) {
            this.atOnce = atOnce;
            this.constructor = constructor;
        }
    }

    /** The server responds to groups of this size only, so exactly this many requests are under way at once. */
    @ParameterizedTest
    @EnumSource
    void maxConcurrentCountsRequestsAndNotThreadsThatWaitForPermit(Versions version) throws Exception {
        Timeline timeline = recorded(version);

        assertThat(timeline.operations()).hasSize(20);
        assertThat(timeline.peakInProgress()).isEqualTo(version.atOnce);
    }

    private static Timeline recorded(Versions version) throws Exception {
        try (var server = Rendezvous.of(version.atOnce, path -> path);
                var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
                var recorder = Recorder.start()) {
            var addresses = IntStream.rangeClosed(1, 20)
                    .mapToObj(number -> server.uri("/pages/" + number))
                    .toList();
            var outcome = recorder.record(
                    "version", () -> version.constructor.apply(client).fetchAll(addresses));
            assertThat(outcome.failure()).isEmpty();
            return recorder.timelines().getFirst();
        }
    }
}
