package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.terminal.ExitCode;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands around a practice, on a course of one lesson. */
class PracticeCommandsTest {
    private static final Path GREET = Path.of("../../01-greet").toAbsolutePath().normalize();

    @TempDir
    Path home;

    private CommandRun run;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectory(home.resolve("lessons"));
        Files.createSymbolicLink(home.resolve("lessons/01-greet"), GREET);
    }

    @Test
    void checkCreatesSkeletonAndShowsFirstProblem() {
        assertThat(lesson("check", "party")).isEqualTo(ExitCode.FAILED);

        assertThat(printed())
                .contains("Your file was created", "\"Hello, Bob!\"", "Yours", "Expected", "./lesson hint party");
        assertThat(file()).hasSameTextualContentAs(GREET.resolve("src/practice/java/greet/Party.java"));
    }

    @Test
    void rightAnswerPassesAndIsCounted() throws Exception {
        solve();

        assertThat(lesson("check", "Party")).as("the name of the class").isEqualTo(ExitCode.DONE);
        assertThat(lesson("check", "1")).isEqualTo(ExitCode.DONE);
        assertThat(printed())
                .contains("Correct: greet, Party.", "Next: answer the quiz of lesson greet.", "./lesson next");

        assertThat(lesson("check", "all")).isEqualTo(ExitCode.FAILED);
        assertThat(printed()).contains("1 of 3 right");

        assertThat(lesson("progress", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(printed())
                .contains("\"done\" : 1", "greet.Party")
                .doesNotContain(System.getProperty("user.name") + "\"");
    }

    @Test
    void checkAllSkipsExercisesNotStarted() {
        assertThat(lesson("check", "all")).isEqualTo(ExitCode.FAILED);

        assertThat(printed()).contains("not started", "0 of 3 right");
        assertThat(file()).doesNotExist();
    }

    @Test
    void hintsComeOneByOneBeforeTheSolution() {
        lesson("check", "party");
        assertThat(lesson("solution", "party")).isEqualTo(ExitCode.FAILED);
        assertThat(printed()).contains("after 3 more hints");

        lesson("hint", "party");
        assertThat(printed()).contains("Hint 1 of 3").doesNotContain("Hint 2");
        lesson("hint");
        lesson("hint", "party");
        assertThat(printed()).contains("Hint 1 of 3", "Hint 3 of 3", "That was the last");

        assertThat(lesson("solution", "party")).isEqualTo(ExitCode.DONE);
        assertThat(printed()).contains("newVirtualThreadPerTaskExecutor");
    }

    @Test
    void resetKeepsTheOldFile() throws Exception {
        solve();

        assertThat(lesson("reset", "party")).isEqualTo(ExitCode.DONE);
        assertThat(printed())
                .contains("Restarted: practice/greet/Party.java. Your old file: " + "practice/greet/Party.java.old");
        assertThat(file().resolveSibling("Party.java.old")).hasSameTextualContentAs(solution());
    }

    @Test
    void folderThatCannotBeWrittenIsNamedWithAdvice() throws Exception {
        Files.writeString(home.resolve("practice"), "a file where the folder should be");

        for (String command : List.of("check", "reset")) {
            assertThat(lesson(command, "party")).as(command).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(run.err().lines())
                    .as(command)
                    .hasSizeLessThanOrEqualTo(3)
                    .first()
                    .asString()
                    .contains("Cannot write " + home.resolve("practice"));
        }
    }

    @Test
    void progressThatCannotBeStoredIsNoted() throws Exception {
        solve();
        Files.createDirectories(home.resolve("practice/progress.json/content"));

        assertThat(lesson("check", "party")).isEqualTo(ExitCode.DONE);
        assertThat(printed()).contains("Correct: greet, Party.", "Note: your progress is not stored.");

        assertThat(lesson("hint", "party")).isEqualTo(ExitCode.DONE);
        assertThat(printed()).contains("Hint 1 of 3", "Note: your progress is not stored.");
    }

    @Test
    void quizExplainsWrongAnswersAndCountsRightOnes() {
        assertThat(answer("d\nc\nb\na\n".repeat(8), "quiz", "greet")).isEqualTo(ExitCode.DONE);

        assertThat(printed()).contains("Question 4 of 4", "is not right.", "is right.", "right at the first try.");

        lesson("progress");
        assertThat(printed()).containsPattern("quiz +greet +[0-4] of 4 right at the first try");
    }

    @Test
    void quizNamesItsKeysAfterAnUnknownOne() {
        answer("z\nq", "quiz", "greet");

        assertThat(printed()).containsOnlyOnce("Type a letter from a to");
    }

    @Test
    void unfinishedQuizIsNotCounted() {
        assertThat(answer("q", "quiz", "greet")).isEqualTo(ExitCode.FAILED);
        assertThat(home.resolve("practice/progress.json")).doesNotExist();
    }

    @Test
    void nextContinuesAfterTheLastStepDone() throws Exception {
        Workspace.at(home.resolve("practice")).progress().ran("greet");

        assertThat(lesson("next")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(printed())
                .contains("Next: do the exercise Reception of lesson greet.", "./lesson practice reception");
        assertThat(run.err()).contains("needs a terminal", "./lesson check reception");
    }

    @Test
    void nextAsksTheQuizAfterTheLastExercise() throws Exception {
        solve();
        lesson("check", "party");

        assertThat(answer("d\nc\nb\na\n".repeat(8), "next")).isEqualTo(ExitCode.DONE);

        assertThat(printed())
                .contains(
                        "Question 4 of 4",
                        "right at the first try.",
                        "Next: read lessons/01-greet/README.md, then run the lesson.");
    }

    @Test
    void practiceWithoutTerminalSuggestsCheck() {
        assertThat(lesson("practice")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(run.err()).contains("needs a terminal", "./lesson check reception");
    }

    @Test
    void checkNeedsTheNameOfALesson() {
        assertThat(lesson("check")).isEqualTo(ExitCode.WRONG_USAGE);

        assertThat(run.err()).contains("The name of a lesson is missing.");
    }

    private void solve() throws IOException {
        Files.createDirectories(file().getParent());
        Files.copy(solution(), file());
    }

    private Path file() {
        return home.resolve("practice/greet/Party.java");
    }

    private static Path solution() {
        return GREET.resolve("src/solution/java/greet/Party.java");
    }

    private int lesson(String... words) {
        return answer("", words);
    }

    private int answer(String keys, String... words) {
        run = CommandRun.in(home, keys, words);
        return run.exitCode();
    }

    private String printed() {
        return run.printed();
    }
}
