package interleave.course.practice;

import interleave.course.lessons.Course;
import interleave.course.machine.FileRefusal;
import interleave.course.terminal.Screen;
import interleave.practice.checking.Checker;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code practice} of the course, which holds the student's files. */
public final class PracticeFolder {
    private PracticeFolder() {}

    public static Workspace workspace() throws IOException {
        return Workspace.at(Course.homeFolder().resolve("practice"));
    }

    /** Checks the student's file, and stores the verdict, unless the file is still the skeleton. */
    public static Verdict check(Exercise exercise, Workspace workspace, Checker checker)
            throws IOException, InterruptedException {
        workspace.keep(exercise);
        Verdict verdict = checker.check(workspace.file(exercise));
        if (!workspace.isUntouched(exercise)) {
            workspace.progress().attempted(exercise, verdict);
        }
        return verdict;
    }

    /** Says why the student's progress is not stored, if it is not. */
    public static void noteObstacle(Optional<IOException> obstacle, Screen screen) {
        obstacle.flatMap(refused -> FileRefusal.of(refused, Course.homeFolder()))
                .ifPresent(refusal -> screen.item("Note: ", "your progress is not stored. " + refusal.problem()));
    }

    /** A file as it is typed in the course's own folder. */
    public static String shown(Path file) {
        return Course.homeFolder().relativize(file).toString();
    }
}
