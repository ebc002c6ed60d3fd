package fetch;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import fetch.FetcherTest.Versions;
import interleave.localsite.LocalSite;
import interleave.localsite.SimulatedClient;
import interleave.recorder.Recorder;
import interleave.recorder.capture.VirtualTimeTrace;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgTimeline;
import interleave.virtualtime.VirtualTime;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The picture on the lesson's page shows six users, one more than Vert.x opens connections. Four versions are drawn in
 * virtual time, with a simulated client. Vert.x has its own network layer, so its two versions are recorded over real
 * sockets, and the test does not compare their times. {@code main} draws the picture again.
 */
@Timeout(300)
class PictureTest {
    private static final Path PICTURE = Path.of("picture.svg");
    private static final Duration LATENCY = ofSeconds(1);
    private static final int USERS = WithVertxClient.DEFAULT_CONNECTIONS + 1;

    @Test
    void pictureShowsTimelinesOfVersions() throws Exception {
        String drawn = Files.readString(PICTURE);
        List<Timeline> timelines = timelinesInVirtualTime();
        timelines.addAll(placeholdersForVertx());

        assertThat(partInVirtualTime(SvgTimeline.render(timelines))).isEqualTo(partInVirtualTime(drawn));
        assertThat(drawn).contains(">Vert.x client<", ">Vert.x with large pool<", " library threads<");
    }

    /** Replace the recorded timelines, with the same names, because the widest name determines where lanes begin. */
    private static List<Timeline> placeholdersForVertx() throws Exception {
        return List.of(
                inVirtualTime("Vert.x client", Versions.SEQUENTIAL),
                inVirtualTime("Vert.x with large pool", Versions.SEQUENTIAL));
    }

    @Test
    void sixthUserWaitsForOneOfFiveConnections() throws Exception {
        assertThat(overSockets("Vert.x client", WithVertxClient.DEFAULT_CONNECTIONS)
                        .duration())
                .isGreaterThan(LATENCY.multipliedBy(2));
    }

    /** Returns the part of the picture that is drawn in virtual time. */
    private static String partInVirtualTime(String svg) {
        return svg.substring(svg.indexOf(">Sequential<"), svg.indexOf(">Vert.x client<"));
    }

    private static List<Timeline> timelinesInVirtualTime() throws Exception {
        var timelines = new ArrayList<Timeline>();
        var names = new LinkedHashMap<String, Versions>();
        names.put("Sequential", Versions.SEQUENTIAL);
        names.put("Thread pool", Versions.THREAD_POOL);
        names.put("Event loop", Versions.EVENT_LOOP);
        names.put("Virtual threads", Versions.VIRTUAL_THREADS);
        for (Map.Entry<String, Versions> version : names.entrySet()) {
            timelines.add(inVirtualTime(version.getKey(), version.getValue()));
        }
        return timelines;
    }

    private static Timeline inVirtualTime(String name, Versions version) throws Exception {
        var trace = new VirtualTimeTrace(name, (at, line) -> {});
        var client = new SimulatedClient(LATENCY, PictureTest::json);
        new VirtualTime()
                .listener(trace)
                .start(() -> version.with(client).fetchAll(addresses(URI.create("http://localhost"))));
        return withoutNetwork(trace.timeline(Ending.of(Optional.empty())));
    }

    /** Removes the threads of the common pool, with which the simulated client replaces the network. */
    private static Timeline withoutNetwork(Timeline timeline) {
        return new Timeline(
                timeline.version(),
                timeline.duration(),
                timeline.ending(),
                timeline.lanes().stream()
                        .filter(lane -> !lane.name().startsWith("ForkJoinPool.commonPool-"))
                        .toList());
    }

    private static Timeline overSockets(String name, int connections) throws Exception {
        try (var site = LocalSite.start(pages -> addresses(URI.create("http://localhost"))
                        .forEach(address -> pages.json(address.getPath(), json(address), LATENCY)));
                var recorder = Recorder.start()) {
            recorder.record(name, () -> {
                try (var fetcher = new WithVertxClient(connections)) {
                    fetcher.fetchAll(addresses(site.uri("/")));
                }
            });
            return recorder.timelines().getFirst();
        }
    }

    private static List<URI> addresses(URI site) {
        return IntStream.rangeClosed(1, USERS)
                .mapToObj(id -> site.resolve("/users/" + id))
                .toList();
    }

    private static String json(URI address) {
        int id = Integer.parseInt(address.getPath().replaceFirst(".*/", ""));
        return "{\"id\": %d, \"name\": \"User %d\"}".formatted(id, id);
    }

    static void main() throws Exception {
        List<Timeline> timelines = timelinesInVirtualTime();
        overSockets("Vert.x client", USERS); // not drawn: the first run also loads the classes
        timelines.add(overSockets("Vert.x client", WithVertxClient.DEFAULT_CONNECTIONS));
        timelines.add(overSockets("Vert.x with large pool", USERS));
        Files.writeString(PICTURE, SvgTimeline.render(timelines));
    }
}
