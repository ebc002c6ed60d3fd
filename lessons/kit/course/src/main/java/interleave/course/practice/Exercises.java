package interleave.course.practice;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The exercises of a course, in order. */
public record Exercises(Course course) {

    public List<Exercise> all() {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.exercises().stream())
                .toList();
    }

    /**
     * The exercises of a lesson, given its name or number, or the exercise with this name or class name.
     *
     * @throws CourseException when there is none
     */
    public List<Exercise> meant(String asked) {
        List<Exercise> named = all().stream()
                .filter(exercise -> exercise.name().equalsIgnoreCase(asked)
                        || exercise.simpleName().equalsIgnoreCase(asked))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        Lesson lesson =
                course.find(asked, "", all().stream().map(Exercise::name).toList());
        if (lesson.exercises().isEmpty()) {
            throw new CourseException(
                    "Lesson " + lesson.name() + " has no practice.",
                    "These have one: " + String.join(", ", lessonsWithPractice().toList()) + ".");
        }
        return lesson.exercises();
    }

    /** The first of these that is started but not done, otherwise the first that is not done. */
    public static Optional<Exercise> next(List<Exercise> exercises, Workspace workspace) {
        List<Exercise> open = exercises.stream()
                .filter(exercise -> !workspace.progress().isDone(exercise))
                .toList();
        return open.stream()
                .filter(exercise -> workspace.progress().isBegun(exercise))
                .findFirst()
                .or(() -> open.stream().findFirst());
    }

    private Stream<String> lessonsWithPractice() {
        return course.lessons().stream()
                .filter(lesson -> !lesson.exercises().isEmpty())
                .map(Lesson::name);
    }
}
