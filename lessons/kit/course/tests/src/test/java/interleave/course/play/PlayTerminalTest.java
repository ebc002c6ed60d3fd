package interleave.course.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lesson play} on a terminal of 80 columns and 24 rows, which {@code script} of util-linux provides. */
class PlayTerminalTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final Path SHARED_STATE =
            Path.of("../../19-shared-state").toAbsolutePath().normalize();

    private static final String ESCAPE = "\033";
    private static final String CTRL_C = "\003";
    private static final String RIGHT = ESCAPE + "[C";
    private static final String DOWN = ESCAPE + "[B";

    private static final String COMMAND = """
        stty cols 80 rows 24
        exec "$JAVA" --enable-preview -XX:+EnableDynamicAgentLoading -XX:-PrintWarnings \\
            -Djdk.attach.allowAttachSelf=true -XX:TieredStopAtLevel=1 -Dinterleave.width=80 \\
            -Dinterleave.home="$COURSE" -cp "$CLASSES" interleave.course.Main play $OPTIONS
        """;

    @TempDir
    Path home;

    @BeforeEach
    void begin() throws IOException {
        assumeTrue(Files.isExecutable(SCRIPT) || System.getenv("CI") != null, "script is not installed");
        Files.createDirectory(home.resolve("lessons"));
        Files.createSymbolicLink(home.resolve("lessons/19-shared-state"), SHARED_STATE);
    }

    @Test
    void keysStepThreadsAndEachPageFitsTheTerminal() throws Exception {
        List<String> pages = pages("", "1", RIGHT, RIGHT, DOWN, "1", "b", "1", "2", ESCAPE, "c", "c", "\n", "q");

        assertThat(pages).hasSize(14).allSatisfy(page -> {
            assertThat(page.lines().count()).isLessThan(24);
            assertThat(page.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        });
        assertThat(pages.getFirst()).contains("1 Anna", "2 Ben", ">     inside++;", "Shared:  inside = 0");
        assertThat(pages.get(3)).contains("[2 Ben]");
        assertThat(pages.get(4)).contains("Last:    Ben reads inside -> 0");
        assertThat(pages.get(6)).contains("Last:    Ben reads inside -> 0");
        assertThat(pages.get(8)).contains("You have reached the goal in 4 steps; the fewest are 4.");
        assertThat(pages.get(9)).contains("You have reached the goal", "Press q to quit");
        assertThat(pages.get(10)).contains("LockedGates", "lock = free");
        assertThat(pages.get(11)).contains("You have reached the goal");
        assertThat(pages.get(12)).contains("LastSeat");
        assertThat(home.resolve("practice/progress.json")).content().contains("sharedstate.play.TwoGates");
    }

    @Tag("slow")
    @Test
    void ctrlCSaysHowToContinueOnItsOwnLine() throws Exception {
        assertThat(pages("--plain", CTRL_C).getLast().lines()).contains("To continue: ./lesson play");
    }

    /** The pages before each of these keys, which are pressed when the page is complete, and what follows the last. */
    private List<String> pages(String options, String... keys) throws IOException {
        var terminal = new ProcessBuilder(SCRIPT.toString(), "-qec", COMMAND, "/dev/null");
        terminal.environment()
                .putAll(Map.of(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "CLASSES",
                        System.getProperty("java.class.path"),
                        "COURSE",
                        home.toString(),
                        "OPTIONS",
                        options,
                        "TERM",
                        "xterm",
                        "SHELL",
                        "/bin/sh"));
        terminal.environment().remove("CI"); // a build is not asked
        Process process = terminal.redirectErrorStream(true).start();
        try (Reader screen = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> pages = new ArrayList<>();
            for (String key : keys) {
                pages.add(untilKeys(screen));
                process.outputWriter().append(key).flush();
            }
            var rest = new StringWriter();
            screen.transferTo(rest);
            pages.add(rest.toString().replace("\r", ""));
            return pages;
        } finally {
            process.destroy();
        }
    }

    private static String untilKeys(Reader screen) throws IOException {
        var page = new StringBuilder();
        while (page.indexOf("q quit") < 0) {
            int read = screen.read();
            assertThat(read).as("the end of: " + page).isNotNegative();
            page.append((char) read);
        }
        return page.toString()
                .replaceAll("\033\\[[0-9;]*[A-Za-z]", "")
                .replace("\r", "")
                .strip();
    }
}
