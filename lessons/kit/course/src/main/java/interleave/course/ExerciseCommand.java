package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.LessonNames;
import interleave.course.practice.Exercises;
import interleave.course.practice.PracticeFolder;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A command about one exercise, of a lesson or where the student is. */
abstract class ExerciseCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "LESSON",
            completionCandidates = LessonNames.class,
            description = "A lesson's name or number, or an exercise's name; default: where you are.")
    private @Nullable String asked;

    final Screen screen = Screen.plain();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var exercises = new Exercises(Course.load());
        Workspace workspace = PracticeFolder.workspace();
        List<Exercise> meant = asked == null ? exercises.all() : exercises.meant(asked);
        Exercise exercise = Exercises.next(meant, workspace).orElseGet(meant::getFirst);
        boolean succeeded = about(exercise, workspace);
        PracticeFolder.noteObstacle(workspace.obstacle(), screen);
        return succeeded ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Returns whether it succeeded. */
    abstract boolean about(Exercise exercise, Workspace workspace) throws IOException, InterruptedException;
}
