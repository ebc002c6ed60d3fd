package fetch;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.localsite.Rendezvous;
import interleave.recorder.Recorder;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Timeline;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The picture of a version shows its requests, even if the threads of a library send them. */
@Timeout(120)
class RecordedRequestsTest {

    private static final int USERS = 3;
    private static final Duration LATENCY = Duration.ofMillis(300);

    @Test
    void drawsRequestsOfVertx() throws Exception {
        Timeline timeline;
        try (var fetcher = new WithVertxClient(USERS)) {
            timeline = recorded(fetcher);
        }

        assertThat(timeline.peakInProgress()).isEqualTo(USERS);
        assertThat(requests(timeline))
                .extracting(Lane::name)
                .containsExactlyInAnyOrder("request /users/1", "request /users/2", "request /users/3");
    }

    @Test
    void drawsNoRequestsOfVirtualThreadsThatShowThem() throws Exception {
        Timeline timeline;
        try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
            timeline = recorded(new WithVirtualThreads(client));
        }

        assertThat(timeline.peakInProgress()).isEqualTo(USERS);
        assertThat(requests(timeline)).isEmpty();
    }

    private static String slowJson(String path) {
        try {
            Thread.sleep(LATENCY);
        } catch (InterruptedException closing) {
            throw new IllegalStateException(closing);
        }
        String id = path.replaceFirst(".*/", "");
        return "{\"id\": %s, \"name\": \"User %s\"}".formatted(id, id);
    }

    private static List<Lane> requests(Timeline timeline) {
        return timeline.lanes().stream()
                .filter(lane -> lane.kind() == LaneKind.REQUEST)
                .toList();
    }

    private static Timeline recorded(Fetcher fetcher) throws Exception {
        try (var server = Rendezvous.of(USERS, RecordedRequestsTest::slowJson);
                var recorder = Recorder.start()) {
            var addresses = IntStream.rangeClosed(1, USERS)
                    .mapToObj(number -> server.uri("/users/" + number))
                    .toList();
            var outcome = recorder.record("version", () -> fetcher.fetchAll(addresses));
            assertThat(outcome.failure()).isEmpty();
            return recorder.timelines().getFirst();
        }
    }
}
