package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.terminal.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lesson exam} and {@code ./lesson gallery}. */
class TeachingCommandsTest {

    @Test
    void examIsWrittenWithItsKey() throws Exception {
        CommandRun run = CommandRun.lesson("exam");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed()).contains("exam.html", "exam-key.html");
        assertThat(CommandRun.COURSE.resolve("target/exam.html")).content().contains("<h1>Exam</h1>", "Name:");
        assertThat(CommandRun.COURSE.resolve("target/exam-key.html")).content().contains("<h1>Key to the exam</h1>");
    }

    @Test
    void editionWithoutExamSaysSo(@TempDir Path home) throws Exception {
        Files.createDirectories(home.resolve("lessons"));

        CommandRun run = CommandRun.in(home, "", "exam");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("This edition of the course has no exam.");
    }

    @Test
    void galleryShowsEachWrongAnswerWithItsPictureAndExplanation() throws Exception {
        CommandRun run = CommandRun.lesson("gallery", "pasta");

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        String page = Files.readString(CommandRun.COURSE.resolve("target/gallery-pasta.html"));
        int wrongAnswers = Integer.parseInt(run.printed().replaceFirst("(?s)Checking (\\d+) .*", "$1"));
        assertThat(page.split("<article>", -1)).hasSize(wrongAnswers + 1);
        assertThat(page).contains("<h2>Pasta</h2>", "Expected", "<summary>The explanation</summary>", "Expected ");
    }

    @Test
    void galleryNeedsALesson() {
        CommandRun run = CommandRun.lesson("gallery");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.err()).contains("The name of a lesson is missing.", "./lesson gallery greet");
    }
}
