package interleave.course.path;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import interleave.practice.exercises.Progress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All steps of the course in order: a lesson's page and run, its exercises, its quiz, and then the next lesson.
 *
 * @param progress which steps are done
 */
public record LearningPath(List<Step> steps, Progress progress) {

    /** The path through a whole course. */
    public static LearningPath of(Course course, Progress progress) {
        return new LearningPath(
                course.lessons().stream()
                        .flatMap(lesson -> stepsOf(lesson).stream())
                        .toList(),
                progress);
    }

    /** The steps of one lesson, in order. */
    public static List<Step> stepsOf(Lesson lesson) {
        Stream<Step> exercises = lesson.exercises().stream().map(Step.Practice::new);
        Stream<Step> quiz = lesson.quiz().isEmpty() ? Stream.empty() : Stream.of(new Step.Quiz(lesson));
        return Stream.of(Stream.of(new Step.Run(lesson)), exercises, quiz)
                .<Step>flatMap(steps -> steps)
                .toList();
    }

    /** The first open step after the last one that is done; a student may have skipped some before it. */
    public Optional<Step> next() {
        int lastDone = IntStream.range(0, steps.size())
                .filter(index -> steps.get(index).isDone(progress))
                .max()
                .orElse(-1);
        return openFrom(lastDone + 1);
    }

    /** The first open step after this one, or a skipped one when there is none. */
    public Optional<Step> after(Step step) {
        return openFrom(steps.indexOf(step) + 1);
    }

    private Optional<Step> openFrom(int index) {
        return Stream.concat(steps.stream().skip(index), steps.stream().limit(index))
                .filter(step -> !step.isDone(progress))
                .findFirst();
    }
}
