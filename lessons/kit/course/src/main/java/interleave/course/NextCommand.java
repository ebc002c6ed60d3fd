package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.path.LearningPath;
import interleave.course.path.NextPage;
import interleave.course.path.Step;
import interleave.course.practice.PracticeFolder;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Progress;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lesson next}: takes the student's next step. */
@Command(
        name = "next",
        mixinStandardHelpOptions = true,
        description = "Goes to your next step: a lesson, an exercise or a quiz.")
final class NextCommand implements Callable<Integer> {
    private final Screen screen = Screen.plain();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Progress progress = PracticeFolder.workspace().progress();
        Optional<Step> next = LearningPath.of(Course.load(), progress).next();
        new NextPage(screen).show(next);
        if (next.isEmpty()) {
            return ExitCode.DONE;
        }
        if (next.get() instanceof Step.Run && Screen.canAsk()) {
            screen.line();
            screen.prompt("Read the page as far as its heading Run, then press Enter.");
            System.in.read();
        }
        screen.line();
        int exitCode = Main.commandLine()
                .setErr(spec.commandLine().getErr())
                .execute(next.get().words().toArray(String[]::new));
        if (exitCode == ExitCode.DONE && next.get() instanceof Step.Run run) {
            progress.ran(run.lesson().name()); // even without a terminal, or the next step would be the same
        }
        return exitCode;
    }
}
