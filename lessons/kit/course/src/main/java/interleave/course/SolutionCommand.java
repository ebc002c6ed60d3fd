package interleave.course;

import interleave.course.practice.SolutionPage;
import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code lesson solution}. */
@Command(
        name = "solution",
        mixinStandardHelpOptions = true,
        description = "Shows the solution, once yours is right or you have seen all hints.")
final class SolutionCommand extends ExerciseCommand {
    @Override
    boolean about(Exercise exercise, Workspace workspace) throws IOException {
        return new SolutionPage(screen, workspace).show(exercise);
    }
}
