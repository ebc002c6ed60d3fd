package interleave.course.practice;

import interleave.course.lessons.Course;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.nio.file.Path;

/** The folder {@code practice} of the course, which holds the student's files. */
public final class PracticeFolder {
    private PracticeFolder() {}

    public static Workspace workspace() throws IOException {
        return Workspace.at(Course.homeFolder().resolve("practice"));
    }

    /** A file as it is typed in the course's own folder. */
    public static String shown(Path file) {
        return Course.homeFolder().relativize(file).toString();
    }
}
