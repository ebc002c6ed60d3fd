package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.Checker;
import interleave.practice.Exercise;
import interleave.practice.Exercise.WrongAnswer;
import interleave.practice.Look;
import interleave.practice.Verdict;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every exercise there is: nobody passes without the work, and everybody who has done it passes. */
class PracticesTest {
    private static final Path HOME = Path.of("../../..").toAbsolutePath().normalize();
    private static final Look PLAIN = new Look(80, Glyphs.ASCII, Colour.NONE);
    private static Checker checker;

    static List<Exercise> exercises() {
        return new Exercises(Course.at(HOME)).all();
    }

    /** A wrong answer of an exercise. */
    record Attempt(Exercise exercise, WrongAnswer answer) {
        @Override
        public String toString() {
            return exercise.className() + ": " + answer.name();
        }
    }

    static Stream<Attempt> wrongAnswers() {
        return exercises().stream()
                .flatMap(exercise -> wrongAnswersOf(exercise).map(answer -> new Attempt(exercise, answer)));
    }

    @BeforeAll
    static void startTheChecker() throws IOException {
        checker = Checker.of(exercises().getFirst(), PLAIN);
    }

    @AfterAll
    static void endTheChecker() {
        checker.close();
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theUntouchedSkeletonSaysWhereToBeginAndFailsAsIntended(Exercise exercise) throws Exception {
        assertThat(Files.readString(exercise.skeleton())).contains("// TODO");

        Verdict verdict = check(exercise, exercise.skeleton());

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.complaint()).contains(exercise.untouched());
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void theSolutionPassesWithoutARemark(Exercise exercise) throws Exception {
        Verdict verdict = check(exercise, exercise.solution());

        assertThat(verdict.complaint()).isBlank();
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.right()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void eachWrongAnswerFailsWithTheMessageMeantForIt(Attempt attempt) throws Exception {
        List<String> meant = attempt.answer.meantMessages();
        assertThat(meant)
                .as("comments '// says: ...' in " + attempt.answer.file())
                .isNotEmpty();

        Verdict verdict = check(attempt.exercise, attempt.answer.file());

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.complaint()).contains(meant);
    }

    /** A usual terminal has 24 rows, and two are for the keys. */
    @ParameterizedTest
    @MethodSource("wrongAnswers")
    void fromWhatIsWrongToWhatIsNextAScreenIsEnough(Attempt attempt) throws Exception {
        var shown = new ByteArrayOutputStream();
        new VerdictPage(new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), 80, false))
                .show(attempt.exercise, check(attempt.exercise, attempt.answer.file()));

        assertThat(shown.toString(StandardCharsets.UTF_8).lines().dropWhile(line -> !line.startsWith("\u2717 ")))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(22);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void thereAreThreeHintsAndSeveralWrongAnswers(Exercise exercise) {
        assertThat(exercise.hints()).hasSize(3);
        assertThat(wrongAnswersOf(exercise)).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void everyTerminalCanShowTheSources(Exercise exercise) throws Exception {
        for (Path source : List.of(exercise.skeleton(), exercise.solution(), exercise.check())) {
            assertThat(Files.readString(source)).as(source.toString()).matches("\\p{ASCII}*");
        }
    }

    private static Stream<WrongAnswer> wrongAnswersOf(Exercise exercise) {
        try {
            return exercise.wrongAnswers().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Verdict check(Exercise exercise, Path file) throws IOException, InterruptedException {
        checker.turnTo(exercise);
        return checker.check(file);
    }
}
