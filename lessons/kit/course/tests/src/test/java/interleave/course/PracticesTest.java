package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.course.practice.Exercises;
import interleave.course.practice.VerdictPage;
import interleave.course.terminal.Screen;
import interleave.practice.checking.Checker;
import interleave.practice.checking.PictureStyle;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Exercise.Alternative;
import interleave.practice.exercises.Exercise.WrongAnswer;
import interleave.practice.judging.Verdict;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules for every exercise: the untouched skeleton and typical wrong answers fail, and the solutions pass. Each file is
 * checked once, by one of two checkers.
 */
@Execution(ExecutionMode.CONCURRENT)
class PracticesTest {
    private static final PictureStyle PLAIN = new PictureStyle(80, Glyphs.ASCII, Colour.NONE);
    private static final Pattern UNKNOWN_COUNT = Pattern.compile("\\b[345]\\d\\d\\b");
    private static final int CHECKERS = 2;
    private static final BlockingQueue<Checker> IDLE = new ArrayBlockingQueue<>(CHECKERS);
    private static final Map<List<Path>, CompletableFuture<Map<Path, Verdict>>> VERDICTS = new ConcurrentHashMap<>();

    static List<Exercise> exercises() {
        return new Exercises(Course.at(CommandRun.COURSE)).all();
    }

    static List<Exercise> firstOfEachLesson() {
        return Course.at(CommandRun.COURSE).lessons().stream()
                .flatMap(lesson -> lesson.exercises().stream().limit(1))
                .toList();
    }

    static List<Exercise> others() {
        List<String> first =
                firstOfEachLesson().stream().map(Exercise::className).toList();
        return exercises().stream()
                .filter(exercise -> !first.contains(exercise.className()))
                .toList();
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
    static void startCheckers() throws IOException {
        for (int i = 0; i < CHECKERS; i++) {
            IDLE.add(Checker.of(exercises().getFirst(), PLAIN));
        }
    }

    @AfterAll
    static void closeCheckers() {
        IDLE.forEach(Checker::close);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    @Tag("slow")
    void untouchedSkeletonHasTodoAndFailsAsIntended(Exercise exercise) throws Exception {
        assertThat(Files.readString(exercise.skeleton())).contains("// TODO");

        Verdict verdict = check(exercise, exercise.skeleton());

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.complaint()).contains(exercise.untouched());
    }

    @ParameterizedTest
    @MethodSource("firstOfEachLesson")
    void solutionPassesWithoutRemarks(Exercise exercise) throws Exception {
        requireNoRemarks(exercise);
    }

    @ParameterizedTest
    @MethodSource("others")
    @Tag("slow")
    void solutionOfOtherExercisePassesWithoutRemarks(Exercise exercise) throws Exception {
        requireNoRemarks(exercise);
    }

    private static void requireNoRemarks(Exercise exercise) throws Exception {
        Verdict verdict = check(exercise, exercise.solution());

        assertThat(verdict.complaint()).isBlank();
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.right())
                .as("no claim has the unknown count, which differs from check to check")
                .isNotEmpty()
                .noneMatch(claim -> UNKNOWN_COUNT.matcher(claim).find());
    }

    /** A right answer is checked under many schedules, so these take half of the time of all exercises. */
    @ParameterizedTest
    @MethodSource("exercises")
    @Tag("slow")
    void alternativesPassWithoutRemarks(Exercise exercise) throws Exception {
        assertThat(exercise.alternatives()).isNotEmpty();
        for (Alternative alternative : exercise.alternatives()) {
            Verdict verdict = check(exercise, alternative.file());

            assertThat(verdict.complaint()).as(alternative.style()).isBlank();
            assertThat(verdict.passed()).as(alternative.style()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("wrongAnswers")
    @Tag("slow")
    void wrongAnswerFailsWithItsOwnMessage(Attempt attempt) throws Exception {
        List<String> expected = attempt.answer.expectedMessages();
        assertThat(expected)
                .as("comments '// says: ...' in " + attempt.answer.file())
                .isNotEmpty();

        Verdict verdict = check(attempt.exercise, attempt.answer.file());

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.complaint()).contains(expected);
        assertThat(verdict.advice()).as("what to do next").isNotBlank();
    }

    /** A terminal has 24 rows, and two of them show the keys. */
    @ParameterizedTest
    @MethodSource("wrongAnswers")
    @Tag("slow")
    void verdictOnWrongAnswerFitsOnScreen(Attempt attempt) throws Exception {
        var shown = new ByteArrayOutputStream();
        new VerdictPage(new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8), 80, false))
                .show(attempt.exercise, check(attempt.exercise, attempt.answer.file()));

        assertThat(shown.toString(StandardCharsets.UTF_8).lines().dropWhile(line -> !line.startsWith("\u2717 ")))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(22);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void exerciseHasOneToThreeHintsAndAtLeastThreeWrongAnswers(Exercise exercise) {
        assertThat(exercise.hints()).hasSizeBetween(1, 3);
        assertThat(wrongAnswersOf(exercise)).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void sourcesAreAscii(Exercise exercise) throws Exception {
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

    /** The verdict on a file. The first test that needs it checks the files, and others wait for it. */
    private static Verdict check(Exercise exercise, Path file) throws Exception {
        List<Path> together = checkedTogether(exercise, file);
        var verdicts = new CompletableFuture<Map<Path, Verdict>>();
        CompletableFuture<Map<Path, Verdict>> first = VERDICTS.putIfAbsent(together, verdicts);
        if (first != null) {
            return first.get().get(file);
        }
        Checker checker = IDLE.take();
        try {
            checker.turnTo(exercise);
            var checked = new HashMap<Path, Verdict>();
            for (Path each : together) {
                checked.put(each, checker.check(each));
            }
            verdicts.complete(checked);
        } catch (Exception failure) {
            verdicts.completeExceptionally(failure);
        } finally {
            IDLE.add(checker);
        }
        return verdicts.get().get(file);
    }

    /** A checker gets ready once for all files of an exercise, but quick tests need only the solution. */
    private static List<Path> checkedTogether(Exercise exercise, Path file) throws IOException {
        return file.equals(exercise.solution())
                ? List.of(file)
                : Stream.of(
                                Stream.of(exercise.skeleton()),
                                exercise.alternatives().stream().map(Alternative::file),
                                wrongAnswersOf(exercise).map(WrongAnswer::file))
                        .flatMap(files -> files)
                        .toList();
    }
}
