package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import java.util.Iterator;

/** The names of all lessons, for shell completion. */
final class LessonNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Course.load().lessons().stream().map(Lesson::name).iterator();
    }
}
