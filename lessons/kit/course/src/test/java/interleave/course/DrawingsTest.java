package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingsTest {
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream realOut = System.out;

    @TempDir
    private Path folder;

    @BeforeEach
    void captureOutput() {
        System.setProperty(
                "interleave.home",
                Path.of("../../..").toAbsolutePath().normalize().toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restoreOutput() {
        System.setOut(realOut);
        System.clearProperty("interleave.home");
    }

    @Test
    void thePageIsWrittenAndItIsSaidWhere() throws Exception {
        Path page = folder.resolve("new/greet.html");

        assertThat(lesson("greet", "--instant", "--html", page.toString())).isEqualTo(Main.DONE);

        assertThat(printed()).contains("The page: " + page);
        assertThat(Files.readString(page))
                .contains("Greet three guests", "WithEventLoop.java", "Executors", "In virtual time")
                .doesNotContain("http://www.w3.org/1999", "src=");
        assertThat(folder.resolve("new/greet.trace.json")).content().contains("\"traceEvents\"");
    }

    @Test
    void thePageTellsWhatWasTypedAndWhatTheLessonSays() throws Exception {
        Path page = folder.resolve("page.html");

        assertThat(lesson("lazy-and-forgotten", "--instant", "--html", page.toString(), "--", "forgotten"))
                .isEqualTo(Main.DONE);

        assertThat(page)
                .content()
                .contains(
                        "./lesson lazy-and-forgotten --instant -- forgotten<",
                        "What to notice",
                        "fails in silence",
                        "What to try next",
                        "./lesson lazy-and-forgotten -- seen<");
    }

    @Test
    void aVersionThatCouldNotRunIsOnThePageWithItsReason() throws Exception {
        Path page = folder.resolve("page.html");

        assertThat(lesson(
                        "context-manager",
                        "--instant",
                        "--only",
                        "sequential,vertx-on-event-loop",
                        "--html",
                        page.toString()))
                .isEqualTo(Main.DONE);

        assertThat(page)
                .content()
                .containsPattern("class=\"skipped\">.*Vert.*not in virtual time: .*socket.*"
                        + "./lesson context-manager --only vertx-on-event-loop");
    }

    @Test
    void aVersionThatOnlySetsUpAnotherShowsTheCodeOfBoth() throws Exception {
        Path page = folder.resolve("jdbc.html");

        assertThat(lesson(
                        "context-manager", "--instant", "--only", "jdbc-on-virtual-threads", "--html", page.toString()))
                .isEqualTo(Main.DONE);

        assertThat(page)
                .content()
                .contains("<summary>JdbcOnVirtualThreads.java", "<summary>WithVirtualThreads.java")
                .doesNotContain("<summary>JdbcOnThreadPool.java");
    }

    @Test
    void ofARunInRealTimeTheRecordingIsKeptToo() throws Exception {
        Path page = folder.resolve("loop.html");

        assertThat(lesson("event-loop", "--only", "event-loop", "--html", page.toString()))
                .isEqualTo(Main.DONE);

        assertThat(printed()).contains("Mission Control: " + folder.resolve("loop.jfr"));
        assertThat(folder.resolve("loop.jfr")).isNotEmptyFile();
        assertThat(page).content().contains("watched by Flight Recorder");
    }

    @Test
    void theCodeOfAVersionInAModuleOfItsOwnIsFound() {
        Lesson lesson = Course.at(Main.home()).find("gather-and-tasks");

        assertThat(lesson.versions())
                .allSatisfy(version -> assertThat(lesson.sourceOf(version)).isPresent());
    }

    @Test
    void aLessonTypedBehindTheOptionIsNotTakenForAFile() {
        assertThat(lesson("event-loop", "--html", "greet")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("'greet' is no file", "must end in .html");
        assertThat(printed()).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws Exception {
        Path occupied = Files.writeString(folder.resolve("occupied"), "");

        assertThat(lesson(
                        "greet",
                        "--instant",
                        "--svg",
                        occupied.resolve("greet.svg").toString()))
                .isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("Cannot write", "occupied");
        assertThat(err.toString().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aPageWithoutALessonAsksWhichOne() {
        assertThat(lesson("--html")).isEqualTo(Main.WRONG_USAGE);

        assertThat(err.toString()).contains("Which lesson?");
    }

    private int lesson(String... words) {
        return Main.commandLine().setErr(new PrintWriter(err, true)).execute(words);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
