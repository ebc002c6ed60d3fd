package interleave.course.teaching;

import interleave.course.lessons.Course;
import interleave.course.lessons.Level;
import interleave.course.play.Levels;
import java.util.List;

/** How many students have won a level. */
record LevelCount(Level level, long won) {

    /** Counts the students for each level of the course, in order. */
    static List<LevelCount> of(List<StudentProgress> students, Course course) {
        return new Levels(course)
                .all().stream()
                        .map(level -> new LevelCount(
                                level,
                                students.stream()
                                        .filter(student -> student.levels().contains(level.className()))
                                        .count()))
                        .toList();
    }
}
