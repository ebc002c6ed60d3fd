package interleave.course.play;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.lessons.Lesson;
import interleave.course.lessons.Level;
import interleave.practice.exercises.Progress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The levels of a course, in order. */
public record Levels(Course course) {

    public List<Level> all() {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.levels().stream())
                .toList();
    }

    /**
     * The level with this name, or the first of this lesson that is not won. Without a name, the first of all lessons.
     *
     * @throws CourseException when there is none
     */
    public Level first(@Nullable String asked, Progress progress) {
        List<Level> meant = asked == null ? all() : meant(asked);
        return meant.stream()
                .filter(level -> !progress.hasWon(level.className()))
                .findFirst()
                .orElse(meant.getFirst());
    }

    private List<Level> meant(String asked) {
        List<Level> named = all().stream()
                .filter(level -> level.name().equalsIgnoreCase(asked)
                        || level.simpleName().equalsIgnoreCase(asked))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        Lesson lesson = course.find(asked, "", all().stream().map(Level::name).toList());
        if (lesson.levels().isEmpty()) {
            throw new CourseException(
                    "Lesson " + lesson.name() + " has no levels to play.",
                    "These have some: "
                            + all().stream().map(Level::lesson).distinct().collect(Collectors.joining(", ")) + ".");
        }
        return lesson.levels();
    }

    /** The level after this one, which can be in the next lesson. */
    Optional<Level> after(Level level) {
        return all().stream().skip(all().indexOf(level) + 1L).findFirst();
    }

    /** The level before this one, which can be in the previous lesson. */
    Optional<Level> before(Level level) {
        return all().stream().takeWhile(each -> !each.equals(level)).reduce((first, second) -> second);
    }

    /** Such as {@code Level 1 of 6, lesson 19: TwoGates}. */
    String title(Level level, String program) {
        Lesson lesson = lessonOf(level);
        return "Level " + (lesson.levels().indexOf(level) + 1) + " of "
                + lesson.levels().size() + ", lesson " + lesson.number() + ": " + program;
    }

    private Lesson lessonOf(Level level) {
        return course.lessons().stream()
                .filter(lesson -> lesson.levels().contains(level))
                .findFirst()
                .orElseThrow();
    }
}
