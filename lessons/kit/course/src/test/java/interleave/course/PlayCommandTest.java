package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lesson play}, through a pipe, on a course of two lessons. */
class PlayCommandTest {
    private static final Path LESSONS = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path home;

    private CommandRun run;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectory(home.resolve("lessons"));
        for (String lesson : new String[] {"01-greet", "19-shared-state"}) {
            Files.createSymbolicLink(home.resolve("lessons").resolve(lesson), LESSONS.resolve(lesson));
        }
    }

    @Test
    void firstLevelIsWonInFourSteps() {
        assertThat(play("1\n2\n1\n2\n", "two-gates")).isEqualTo(ExitCode.DONE);

        assertThat(run.printed())
                .contains(
                        "Level 1 of 6: TwoGates",
                        "Anna: line 8, reads inside.",
                        "Step 2: Ben reads inside -> 0.",
                        "Step 4: Ben writes inside := 1.",
                        "You have reached the goal in 4 steps; the fewest are 4.",
                        "Press c: can you break the corrected program, too?");
        assertThat(progress()).contains("sharedstate.play.TwoGates");
    }

    @Test
    void stepsOneAfterTheOtherDoNotBreakIt() {
        play("1\n1\n2\n2\n", "two-gates");

        assertThat(run.printed())
                .contains("Shared: inside = 2.", "The program did not break.")
                .doesNotContain("You have reached");
        assertThat(home.resolve("practice/progress.json")).doesNotExist();
    }

    @Test
    void stepBackRepeatsTheStepsBefore() {
        play("1\n1\nb\n2\n1\n2\n", "two-gates");

        assertThat(run.printed()).contains("Step 2: Anna writes inside := 1.", "reached the goal in 4 steps");
    }

    @Test
    void correctedProgramShowsWhoHoldsTheLock() {
        play("c\n1\n2\n2\n", "two-gates");

        assertThat(run.printed())
                .contains(
                        "LockedGates",
                        "Shared: lock = held by Anna; inside = 0.",
                        "Ben cannot make a step: it waits for lock, held by Anna.");
    }

    @Test
    void shownLevelIsNotCounted() {
        play("s\ns\ns\ns\n", "two-gates");

        assertThat(run.printed()).contains("reached the goal in 4 steps");
        assertThat(home.resolve("practice/progress.json")).doesNotExist();
    }

    @Test
    void levelThatIsWonIsSkippedNextTime() {
        play("1\n2\n1\n2\n", "shared-state");
        play("", "shared-state");

        assertThat(run.printed()).contains("Level 2 of 6: LastSeat");
    }

    @Test
    void losingScheduleIsWrittenAsPictureAndPage() throws IOException {
        Path picture = home.resolve("files/lost.svg");
        Path page = home.resolve("files/lost.html");

        run = CommandRun.in(home, "", "play", "two-gates", "--svg", picture.toString(), "--html", page.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed()).contains("The picture: " + picture, "The page: " + page);
        assertThat(picture).content().contains("TwoGates", "Anna", "Ben", "failed at 4.0 s");
        assertThat(page).content().contains("4.0 s", "writes inside := 1", "inside++;");
    }

    @Test
    void lessonWithoutLevelsIsRefusedWithThoseThatHaveSome() {
        assertThat(play("", "greet")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(run.err()).contains("Lesson greet has no levels to play.", "These have some: shared-state.");
    }

    private int play(String typed, String asked) {
        run = CommandRun.in(home, typed, "play", asked, "--plain");
        return run.exitCode();
    }

    private String progress() {
        try {
            return Files.readString(home.resolve("practice/progress.json"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
