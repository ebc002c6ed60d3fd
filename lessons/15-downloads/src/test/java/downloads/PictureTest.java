package downloads;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.capture.VirtualTimeTrace;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgTimeline;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import interleave.recorder.text.TextTable;
import interleave.recorder.text.TextTimeline;
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
import org.junit.jupiter.api.Test;

/**
 * The timelines in README.md show the versions with twelve simulated photos, so the times are exact, and the threads of
 * the HTTP client and of the site do not appear. {@code main} redraws the picture.
 */
class PictureTest {
    private static final Path PICTURE = Path.of("picture.svg");
    private static final int WIDTH = 90;

    /** The wrong versions are drawn like the virtual threads: they differ in what they write, not in their timing. */
    private static final Map<String, Example.Version> VERSIONS = new LinkedHashMap<>();

    static {
        VERSIONS.put("Sequential", Versions.SEQUENTIAL);
        VERSIONS.put("Thread pool", Versions.THREAD_POOL);
        VERSIONS.put("Event loop", Versions.EVENT_LOOP);
        VERSIONS.put("Virtual threads", Versions.VIRTUAL_THREADS);
        VERSIONS.put("Writes in place", Versions.VIRTUAL_THREADS);
        VERSIONS.put("Appends blindly", Versions.VIRTUAL_THREADS);
    }

    @Test
    void pictureMatchesSimulatedVersions() throws Exception {
        assertThat(SvgTimeline.render(timelines())).isEqualTo(Files.readString(PICTURE));
    }

    @Test
    void tableInReadmeMatchesSimulatedVersions() throws Exception {
        assertThat(Files.readString(Path.of("README.md"))).contains(table());
    }

    private static String table() throws Exception {
        return TextTable.render(timelines().subList(0, 4), WIDTH, Glyphs.UNICODE, Colour.NONE);
    }

    private static List<Timeline> timelines() throws Exception {
        var timelines = new ArrayList<Timeline>();
        for (var version : VERSIONS.entrySet()) {
            timelines.add(timeline(version.getKey(), version.getValue()));
        }
        return timelines;
    }

    private static Timeline timeline(String name, Example.Version version) throws Exception {
        var trace = new VirtualTimeTrace(name, (at, line) -> {});
        var files = new SimulatedFiles(PictureTest::time);
        new VirtualTime()
                .listener(trace)
                .start(() -> version.of(files, Museum.AT_ONCE, IO::println).downloadAll(Versions.addresses(12)));
        return trace.timeline(Ending.of(Optional.empty()));
    }

    private static Duration time(URI address) {
        int number = Integer.parseInt(address.getPath().replaceAll("\\D", ""));
        return Duration.ofMillis(200 + number * 700 % 900);
    }

    static void main() throws Exception {
        Files.writeString(PICTURE, SvgTimeline.render(timelines()));
        IO.println(TextTimeline.render(timelines(), WIDTH, Glyphs.UNICODE, Colour.NONE));
        IO.println(table());
    }
}
