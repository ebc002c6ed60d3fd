package interleave.course;

import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.course.tree.LiveTree;
import interleave.course.tree.LiveTree.Format;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lesson tree}: who awaits whom in a running JVM. */
@Command(
        name = "tree",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Shows what each task and each thread of a running Java program waits for.",
        customSynopsis = {"./lesson tree [PID] [--watch[=SECONDS]] [--json]"},
        footer = {
            "",
            "Without a PID, it lists the running Java programs.",
            "A program is not stopped while it is read, so the tree is not a snapshot of one instant."
        })
final class TreeCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "PID",
            description = "The number of the process, as ./lesson tree and jps show it.")
    private @Nullable String pid;

    @Option(
            names = "--watch",
            arity = "0..1",
            paramLabel = "SECONDS",
            fallbackValue = "2",
            description = "Repeats it every 2 (or so many) seconds, until Ctrl-C or the end of the program.")
    private @Nullable Integer seconds;

    @Option(names = "--json", description = "Prints JSON: all tasks and threads, each by itself.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Screen screen = Screen.ofTheTerminal();
        var tree = new LiveTree(screen, json ? Format.JSON : Format.TEXT);
        if (pid == null) {
            tree.listPrograms();
        } else {
            tree.show(pid, Optional.ofNullable(seconds).map(Duration::ofSeconds));
        }
        return ExitCode.DONE;
    }
}
