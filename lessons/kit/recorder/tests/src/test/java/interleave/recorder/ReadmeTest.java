package interleave.recorder;

import static java.nio.file.Files.readString;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Timeline;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import interleave.recorder.text.TextTimeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's example is the code below, which compiles and runs. */
class ReadmeTest {

    private static final Path THIS = Path.of("tests/src/test/java/interleave/recorder/ReadmeTest.java");

    @Test
    void exampleRuns() throws Exception {
        example();

        assertThat(Path.of("target", "example.jfr")).isNotEmptyFile();
    }

    @Test
    void readmeShowsTheExample() throws Exception {
        String region = between(readString(THIS), "        // region: example\n", "        // end\n");

        assertThat(between(readString(Path.of("README.md")), "```java\n", "```"))
                .isEqualTo(region.indent(-8));
    }

    @Test
    void everyTypeThatTheReadmeNamesExists() throws Exception {
        Matcher named =
                Pattern.compile("`(capture|stack|model|layout|page)/(\\w+)`").matcher(readString(Path.of("README.md")));

        assertThat(named.results())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(
                                Path.of("src/main/java/interleave/recorder", type.group(1), type.group(2) + ".java"))
                        .exists());
    }

    private static void example() throws Exception {
        Files.createDirectories(Path.of("target"));
        // region: example
        try (Recorder recorder = Recorder.start()) {
            recorder.record("Sequential", () -> {
                Thread.sleep(20);
                Thread.sleep(20);
            });
            recorder.record("Virtual threads", () -> {
                Thread first = Thread.startVirtualThread(() -> sleep(20));
                Thread second = Thread.startVirtualThread(() -> sleep(20));
                first.join();
                second.join();
            });
            List<Timeline> timelines = recorder.timelines();
            IO.print(TextTimeline.render(timelines, 80, Glyphs.ASCII, Colour.NONE));
            recorder.saveTo(Path.of("target", "example.jfr"));
        }
        // end
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from) + from.length();
        return text.substring(start, text.indexOf(to, start));
    }
}
