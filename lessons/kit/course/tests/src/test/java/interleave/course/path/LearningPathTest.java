package interleave.course.path;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Course;
import interleave.practice.exercises.Progress;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path through a course of the first two lessons. */
class LearningPathTest {
    private static final Path LESSONS = Path.of("../..").toAbsolutePath().normalize();

    @TempDir
    Path home;

    private Progress progress;
    private LearningPath path;

    @BeforeEach
    void linkTwoLessons() throws IOException {
        Files.createDirectory(home.resolve("lessons"));
        for (String lesson : List.of("01-greet", "02-countdown")) {
            Files.createSymbolicLink(home.resolve("lessons").resolve(lesson), LESSONS.resolve(lesson));
        }
        progress = Workspace.at(home.resolve("practice")).progress();
        path = LearningPath.of(Course.at(home), progress);
    }

    @Test
    void pathTakesRunThenExercisesThenQuizOfEachLesson() {
        assertThat(path.steps())
                .extracting(Step::command)
                .startsWith("./lesson greet", "./lesson practice reception")
                .containsSubsequence("./lesson practice party", "./lesson quiz greet", "./lesson countdown")
                .endsWith("./lesson quiz countdown");
    }

    @Test
    void newStudentBeginsWithThePageOfTheFirstLesson() {
        assertThat(path.next().orElseThrow().description())
                .isEqualTo("read lessons/01-greet/README.md, then run the lesson");
    }

    @Test
    void nextIsTheStepAfterTheLastOneDone() throws Exception {
        progress.ran("greet");
        assertThat(nextCommand()).isEqualTo("./lesson practice reception");

        progress.quiz("greet", 4, 4);
        assertThat(nextCommand()).as("exercises were skipped").isEqualTo("./lesson countdown");
    }

    @Test
    void skippedStepsComeAtTheEnd() throws Exception {
        progress.quiz("countdown", 4, 4);

        assertThat(nextCommand()).isEqualTo("./lesson greet");
    }

    @Test
    void stepAfterSkippedExerciseIsTheFollowingExercise() {
        Step first = path.steps().get(1);

        assertThat(path.after(first)).contains(path.steps().get(2));
    }

    @Test
    void finishedCourseHasNoNextStep() throws Exception {
        for (Step step : path.steps()) {
            switch (step) {
                case Step.Run run -> progress.ran(run.lesson().name());
                case Step.Practice practice -> progress.done(practice.exercise());
                case Step.Quiz quiz -> progress.quiz(quiz.lesson().name(), 1, 4);
            }
        }

        assertThat(path.next()).isEmpty();
    }

    private String nextCommand() {
        return path.next().orElseThrow().command();
    }
}
