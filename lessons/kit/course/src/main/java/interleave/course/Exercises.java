package interleave.course;

import interleave.practice.Exercise;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The exercises of a course, in order. */
record Exercises(Course course) {

    List<Exercise> all() {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.exercises().stream())
                .toList();
    }

    /**
     * Those that a student means by a lesson's name or number, or an exercise's name.
     *
     * @throws CourseException when there is none
     */
    List<Exercise> meant(String asked) {
        String name = asked.toLowerCase(Locale.ROOT);
        List<Exercise> named =
                all().stream().filter(exercise -> exercise.name().equals(name)).toList();
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

    private Stream<String> lessonsWithPractice() {
        return course.lessons().stream()
                .filter(lesson -> !lesson.exercises().isEmpty())
                .map(Lesson::name);
    }
}
