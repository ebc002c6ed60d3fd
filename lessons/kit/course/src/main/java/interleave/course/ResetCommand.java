package interleave.course;

import interleave.course.practice.ExerciseReset;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code lesson reset}. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Restarts an exercise. Your file is kept next to the new one.")
final class ResetCommand extends ExerciseCommand {
    @Override
    boolean about(Exercise exercise, Workspace workspace) throws IOException {
        screen.line(new ExerciseReset(workspace).of(exercise));
        return true;
    }
}
