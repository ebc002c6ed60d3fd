package interleave.course;

import interleave.course.practice.HintPage;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code lesson hint}. */
@Command(name = "hint", mixinStandardHelpOptions = true, description = "Shows the next hint for an exercise.")
final class HintCommand extends ExerciseCommand {
    @Override
    boolean about(Exercise exercise, Workspace workspace) throws IOException {
        new HintPage(screen, workspace).showNext(exercise);
        return true;
    }
}
