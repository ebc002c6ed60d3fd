package scraper;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import scraper.Versions.Version;

/**
 * The timelines in README.md show the versions on a simulated web. So their times are exact, and the threads of the
 * HTTP client and of the site do not appear. {@code main} draws the picture again.
 */
class PictureTest {
    private static final Path PICTURE = Path.of("picture.svg");
    private static final int WIDTH = 90;

    @Test
    void pictureMatchesSimulatedVersions() throws Exception {
        assertThat(SvgTimeline.render(timelines())).isEqualTo(Files.readString(PICTURE));
    }

    @Test
    void textInReadmeMatchesSimulatedVersions() throws Exception {
        assertThat(Files.readString(Path.of("README.md"))).contains(text());
    }

    private static String text() throws Exception {
        return TextTimeline.render(timelines(), WIDTH, Glyphs.UNICODE, Colour.NONE) + "\n"
                + TextTable.render(timelines(), WIDTH, Glyphs.UNICODE, Colour.NONE);
    }

    private static List<Timeline> timelines() throws Exception {
        var timelines = new ArrayList<Timeline>();
        for (var version : Versions.all()) {
            timelines.add(timeline(version.getName(), version.getPayload()));
        }
        return timelines;
    }

    private static Timeline timeline(String name, Version version) throws Exception {
        var trace = new VirtualTimeTrace(name, (at, line) -> {});
        var web = SimulatedWeb.withPagesOfLesson();
        new VirtualTime()
                .listener(trace)
                .start(() -> version.of(web, Example.LOCAL.atOnce()).scrape(web.addresses()));
        return trace.timeline(Ending.of(Optional.empty()));
    }

    static void main() throws Exception {
        Files.writeString(PICTURE, SvgTimeline.render(timelines()));
        IO.println(text());
    }
}
