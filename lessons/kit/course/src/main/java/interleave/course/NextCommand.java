package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.path.LearningPath;
import interleave.course.path.NextPage;
import interleave.course.path.Step;
import interleave.course.practice.PracticeFolder;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
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
        Optional<Step> next = LearningPath.of(
                        Course.load(), PracticeFolder.workspace().progress())
                .next();
        new NextPage(screen).show(next);
        if (next.isEmpty()) {
            return ExitCode.DONE;
        }
        if (next.get() instanceof Step.Run && Screen.canAsk()) {
            screen.line();
            screen.prompt("Press Enter when you have read the page.");
            System.in.read();
        }
        screen.line();
        return Main.commandLine()
                .setErr(spec.commandLine().getErr())
                .execute(next.get().words().toArray(String[]::new));
    }
}
