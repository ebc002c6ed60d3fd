package webserver;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.Recorder;
import interleave.recorder.svg.SvgTimeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The picture in README.md is a recording of the example, over real sockets. Its times vary from run to run, but not
 * its versions and lanes. {@code main} draws the picture again.
 */
@Timeout(300)
class PictureTest {
    private static final Path PICTURE = Path.of("picture.svg");
    /** The names of versions and lanes, without times. */
    private static final Pattern LABEL =
            Pattern.compile("<text(?: class=\"version\")? x=\"[\\d.]+\" y=\"\\d+\">([^<]*)<");

    @Tag("slow")
    @Test
    void showsLanesOfEachVersion() throws Exception {
        String drawn = Files.readString(PICTURE);

        assertThat(labels(record())).containsExactlyInAnyOrderElementsOf(labels(drawn));
        assertThat(drawn).contains(">Vert.x<", ">Jetty<");
    }

    private static String record() throws Exception {
        Map<String, WebServer> versions = new LinkedHashMap<>();
        versions.put("Sequential", new Sequential());
        versions.put("Thread pool", new WithThreadPool(3));
        versions.put("Event loop", new WithEventLoop());
        versions.put("Virtual threads", new WithVirtualThreads());
        versions.put("Vert.x", new WithVertx());
        versions.put("Jetty", new WithJetty());
        for (WebServer version : versions.values()) {
            Example.run(version, "1"); // loads and compiles, so that the picture does not show it
        }
        try (var recorder = Recorder.start((version, since, line) -> {})) {
            for (var version : versions.entrySet()) {
                recorder.record(version.getKey(), () -> Example.run(version.getValue(), "visitors"));
            }
            return SvgTimeline.render(recorder.timelines());
        }
    }

    /** The names down to the first version that uses a library, with N for the numbers of ports, pools and threads. */
    private static List<String> labels(String svg) {
        return LABEL.matcher(svg.substring(0, svg.indexOf(">Vert.x<")))
                .results()
                .map(label -> label.group(1).replaceAll("\\d+", "N"))
                .toList();
    }

    static void main() throws Exception {
        Files.writeString(PICTURE, record());
    }
}
