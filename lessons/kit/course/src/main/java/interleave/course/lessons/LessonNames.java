package interleave.course.lessons;

import java.util.Iterator;

/** The names of all lessons, for shell completion. */
public final class LessonNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Course.load().lessons().stream().map(Lesson::name).iterator();
    }
}
