package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code ./lesson play}, through a pipe, on a course of two lessons. */
@Isolated("a replay diverges if other tests load classes at the same time")
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
                        "Level 1 of 6, lesson 19: TwoGates",
                        "Two visitors enter a stadium at the same moment, each through a gate.",
                        "Anna: line 8, next: reads inside.",
                        "Anna: line 8, next: writes inside (has read inside = 0).",
                        "Step 2: Ben reads inside -> 0.",
                        "Step 4: Ben writes inside := 1.",
                        "You have reached the goal in 4 steps; the fewest are 4.",
                        "Both threads read 0, and both write 1.",
                        "Enter next level, b back, r restart, c try to break the corrected one");
        assertThat(progress()).contains("sharedstate.play.TwoGates");
    }

    @Test
    void stepsOneAfterTheOtherDoNotBreakIt() {
        play("1\n1\n2\n2\n", "two-gates");

        assertThat(run.printed())
                .contains("Shared: inside = 2\n", "The program did not break.")
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
        play("c\n1\n2\n", "two-gates");

        assertThat(run.printed())
                .contains(
                        "LockedGates",
                        "Ben: line 15, waits for lock, which Anna holds.",
                        "Shared: lock = held by Anna; inside = 0\n",
                        "Ben waits for lock, which Anna holds. Let another thread make a step.");
    }

    @Test
    void lockIsFreeUntilTheWokenThreadTakesIt() {
        play("c\n1\n1\n1\n2\n", "two-gates");

        assertThat(run.printed())
                .contains("Ben: line 15, next: locks lock.\nShared: lock = free; inside = 1\n")
                .contains("Step 4: Ben locks lock.", "Shared: lock = held by Ben; inside = 1\n");
    }

    @Test
    void finishedCorrectedProgramCountsItsSchedules() {
        play("c\n1\n1\n1\n2\n2\n2\n", "two-gates");

        assertThat(run.printed())
                .contains("None of its 2 schedules breaks it.", "A thread must hold the lock to read and write");
        assertThat(home.resolve("practice/progress.json")).doesNotExist();
    }

    @Test
    void shownScheduleIsNumberedAndNotCounted() {
        play("1\n1\ns\ns\ns\ns\n", "two-gates");

        assertThat(run.printed())
                .contains(
                        "The game was restarted. Shown: step 1 of 4 of a losing schedule.",
                        "Shown: step 3 of 4",
                        "That was the shown schedule. Press r, and now do it yourself.")
                .doesNotContain("You have reached");
        assertThat(home.resolve("practice/progress.json")).doesNotExist();
    }

    @Test
    void scheduleWithShownStepsIsNotCounted() {
        play("s\n2\n2\n1\n", "two-gates");

        assertThat(run.printed()).contains("Some steps were shown.").doesNotContain("You have reached");
        assertThat(home.resolve("practice/progress.json")).doesNotExist();
    }

    @Test
    void lineOfDigitsMakesSeveralSteps() {
        play("1212\n", "two-gates");

        assertThat(run.printed()).contains("You have reached the goal in 4 steps");
    }

    @Test
    void positionIsNotRepeatedAfterKeyThatChangesNothing() {
        play("b\nx\n1\nh\n212\n\n", "two-gates");

        assertThat(run.printed().split("\nShared: ", -1)).hasSize(7);
        assertThat(run.printed())
                .contains("There is no step to take back.", "That key does nothing.")
                .contains("Hint: inside++ is one line")
                .contains("Level 2 of 6, lesson 19: LastSeat");
    }

    @Test
    void helpAndHintAreShownForTheirKeysOnly() {
        play("?\n?\nh\n", "last-seat");

        assertThat(run.printed().split("After a win, w writes", -1)).hasSize(2);

        assertThat(run.printed().split("Hint: Each call of the map is atomic."))
                .satisfies(parts -> assertThat(parts[0]).contains("h gives a hint,"))
                .hasSize(2);
    }

    @Test
    void levelsAreLeftInBothDirections() {
        play("p\nn\np\nn\nn\nn\nn\nn\nn\n", "two-gates");

        assertThat(run.printed())
                .contains("This is the first level.", "Level 6 of 6", "This is the last level. Press q to quit.")
                .containsSubsequence("LastSeat", "TwoGates", "LastSeat", "PriceTag");
    }

    @Test
    void progressListsTheLevelsThatAreWon() {
        play("1\n2\n1\n2\n", "two-gates");

        run = CommandRun.in(home, "", "progress");

        assertThat(run.printed()).containsPattern("play +shared-state +1 of 6 levels won: TwoGates\n");
        assertThat(CommandRun.in(home, "", "progress", "--json").printed())
                .contains("\"levels\" : [ \"sharedstate.play.TwoGates\" ]");
    }

    @Test
    void ownScheduleIsWrittenAsPageAndPicture() {
        play("w\n2\n1\n1\n2\nw\n", "two-gates");

        assertThat(run.printed())
                .contains("There is no schedule to write yet. Break the program first.", "two-gates-own.html");
        assertThat(home.resolve("target/timelines/two-gates-own.svg"))
                .content()
                .contains("Ben")
                .doesNotContain("critical path");
        assertThat(home.resolve("target/timelines/two-gates-own.html"))
                .content()
                .contains("Your schedule with 4 steps, one each second.", "data-answers=\"none\"")
                .doesNotContainIgnoringCase("critical path:", "guess first")
                .containsSubsequence("Ben", "reads inside", "from 0.00 s to 1.00 s");
    }

    @Test
    void levelThatIsWonIsSkippedNextTime() {
        play("1\n2\n1\n2\n", "shared-state");
        play("p\n", "shared-state");

        assertThat(run.printed()).contains("Level 2 of 6, lesson 19: LastSeat", "You have won this level before.");
    }

    @Test
    void losingScheduleIsWrittenAsPictureAndPage() throws IOException {
        Path picture = home.resolve("files/lost.svg");
        Path page = home.resolve("files/lost.html");

        run = CommandRun.in(home, "", "play", "two-gates", "--svg", picture.toString(), "--html", page.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(run.printed()).contains("The picture: " + picture, "The page: " + page);
        assertThat(picture).content().contains("TwoGates", "Anna", "Ben", "failed at 4.0 s");
        assertThat(page)
                .content()
                .contains(
                        "Level 1 of 6, lesson 19: TwoGates",
                        "A losing schedule with 4 steps, one each second.",
                        "writes inside := 1",
                        "inside++;");
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
