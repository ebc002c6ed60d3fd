package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import interleave.course.terminal.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
    private CommandRun run;

    @TempDir
    private Path folder;

    @Test
    void pageIsWrittenAndItsPathPrinted() throws Exception {
        Path page = folder.resolve("new/greet.html");

        assertThat(lesson("greet", "--instant", "--html", page.toString())).isEqualTo(ExitCode.DONE);

        assertThat(printed()).contains("The page: " + page);
        assertThat(Files.readString(page))
                .contains("Greet three guests", "WithEventLoop.java", "Executors", "In virtual time")
                .doesNotContain("http://www.w3.org/1999", "src=");
        assertThat(folder.resolve("new/greet.trace.json")).content().contains("\"traceEvents\"");
    }

    @Test
    void pageThatCannotBeOpenedIsNamed() {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getenv("DISPLAY") == null
                        && System.getenv("WAYLAND_DISPLAY") == null,
                "a browser would open");
        Path page = folder.resolve("greet.html");

        assertThat(lesson("greet", "--instant", "--open", "--html", page.toString()))
                .isEqualTo(ExitCode.DONE);

        assertThat(printed().replaceAll("\\s+", " "))
                .contains("There is no display", "Open this file by hand: " + page);
    }

    @Test
    void pageShowsTheCommandAndTheTextsOfTheDescriptor() throws Exception {
        Path page = folder.resolve("page.html");

        assertThat(lesson("lazy-and-forgotten", "--instant", "--html", page.toString(), "--", "forgotten"))
                .isEqualTo(ExitCode.DONE);

        assertThat(page)
                .content()
                .contains(
                        "./lesson lazy-and-forgotten --instant -- forgotten<",
                        "What to notice",
                        "store the exception, and you never see it",
                        "What to try next",
                        "./lesson lazy-and-forgotten -- seen<");
    }

    @Test
    void pageShowsWhyAVersionWasSkipped() throws Exception {
        Path page = folder.resolve("page.html");

        assertThat(lesson(
                        "context-manager",
                        "--instant",
                        "--only",
                        "sequential,vertx-on-event-loop",
                        "--html",
                        page.toString()))
                .isEqualTo(ExitCode.DONE);

        assertThat(page)
                .content()
                .containsPattern("class=\"skipped\">.*Vert.*not in virtual time: .*socket.*"
                        + "./lesson context-manager --only vertx-on-event-loop");
    }

    @Test
    void pageShowsSourcesOfBothClassesOfAVersion() throws Exception {
        Path page = folder.resolve("jdbc.html");

        assertThat(lesson(
                        "context-manager", "--instant", "--only", "jdbc-on-virtual-threads", "--html", page.toString()))
                .isEqualTo(ExitCode.DONE);

        assertThat(page)
                .content()
                .contains("<summary>JdbcOnVirtualThreads.java", "<summary>WithVirtualThreads.java")
                .doesNotContain("<summary>JdbcOnThreadPool.java");
    }

    @Test
    void ofARunInRealTimeTheRecordingIsKeptToo() throws Exception {
        Path page = folder.resolve("loop.html");

        assertThat(lesson("event-loop", "--only", "event-loop", "--html", page.toString()))
                .isEqualTo(ExitCode.DONE);

        assertThat(printed()).contains("Mission Control: " + folder.resolve("loop.jfr"));
        assertThat(folder.resolve("loop.jfr")).isNotEmptyFile();
        assertThat(page).content().contains("watched by Flight Recorder");
    }

    @Test
    void findsSourceOfVersionInSeparateModule() {
        Lesson lesson = Course.at(CommandRun.COURSE).find("gather-and-tasks");

        assertThat(lesson.versions())
                .allSatisfy(version -> assertThat(lesson.sourceOf(version)).isPresent());
    }

    @Test
    void rejectsLessonNameAsFileName() {
        assertThat(lesson("event-loop", "--html", "greet")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(run.err()).contains("'greet' is not a valid file name", "must end in .html");
        assertThat(printed()).isEmpty();
    }

    @Test
    void namesFileThatCannotBeWritten() throws Exception {
        Path occupied = Files.writeString(folder.resolve("occupied"), "");

        assertThat(lesson(
                        "greet",
                        "--instant",
                        "--svg",
                        occupied.resolve("greet.svg").toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(run.err()).contains("Cannot write", "occupied");
        assertThat(run.err().lines()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void pageNeedsTheNameOfALesson() {
        assertThat(lesson("--html")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(run.err()).contains("The name of a lesson is missing.");
    }

    private int lesson(String... words) {
        run = CommandRun.lesson(words);
        return run.exitCode();
    }

    private String printed() {
        return run.printed();
    }
}
