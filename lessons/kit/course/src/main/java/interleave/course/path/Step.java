package interleave.course.path;

import interleave.course.lessons.Lesson;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Progress;
import java.util.List;

/** One step of a student's way through the course. */
public sealed interface Step {

    boolean isDone(Progress progress);

    /** What is typed after {@code ./lesson} to take the step: {@code quiz greet}. */
    List<String> words();

    /** The whole command. */
    default String command() {
        return "./lesson " + String.join(" ", words());
    }

    /** What to do, as a sentence begins: {@code answer the quiz of lesson 01}. */
    String description();

    /** Read a lesson's page, and run it. */
    record Run(Lesson lesson) implements Step {
        @Override
        public boolean isDone(Progress progress) {
            return progress.hasRun(lesson.name());
        }

        @Override
        public List<String> words() {
            return List.of(lesson.name());
        }

        @Override
        public String description() {
            return "read lessons/" + lesson.folderName() + "/README.md, then run the lesson";
        }
    }

    /** Do one exercise. */
    record Practice(Exercise exercise) implements Step {
        @Override
        public boolean isDone(Progress progress) {
            return progress.isDone(exercise);
        }

        @Override
        public List<String> words() {
            return List.of("practice", exercise.name());
        }

        @Override
        public String description() {
            return "do the exercise " + exercise.simpleName() + " of lesson " + exercise.lesson();
        }
    }

    /** Answer a lesson's questions. */
    record Quiz(Lesson lesson) implements Step {
        @Override
        public boolean isDone(Progress progress) {
            return progress.quizzes().containsKey(lesson.name());
        }

        @Override
        public List<String> words() {
            return List.of("quiz", lesson.name());
        }

        @Override
        public String description() {
            return "answer the quiz of lesson " + lesson.name();
        }
    }
}
