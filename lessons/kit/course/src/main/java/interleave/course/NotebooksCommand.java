package interleave.course;

import interleave.course.lessons.Course;
import interleave.course.lessons.CourseException;
import interleave.course.notebooks.Jupyter;
import interleave.course.notebooks.KernelJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lesson notebooks}: opens the course in Jupyter, or runs its notebooks without it. */
@Command(
        name = "notebooks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Opens copies of the course's notebooks in Jupyter, which you can change.",
        customSynopsis = {
            "./lesson notebooks [-- JUPYTER-OPTION...]",
            "       ./lesson notebooks check|refresh",
            "       ./lesson notebooks --user"
        },
        footer = {
            "",
            "check     runs all notebooks without Jupyter, and reports outputs and source listings that differ",
            "refresh   runs them, and updates their outputs and source listings",
            "Your copies are in practice/notebooks. Delete one to get a fresh copy."
        })
final class NotebooksCommand implements Callable<Integer> {
    @Parameters(paramLabel = "check|refresh", description = "Runs the notebooks instead of opening them.")
    private List<String> words = List.of();

    @Option(names = "--user", description = "Installs the kernel for VS Code and all other front ends of this user.")
    private boolean user;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Course.homeFolder();
        var jar = KernelJar.of(home);
        List<String> typed = spec.commandLine().getParseResult().originalArgs();
        List<String> forJupyter =
                typed.contains("--") ? typed.subList(typed.indexOf("--") + 1, typed.size()) : List.of();
        List<String> actions = words.subList(0, words.size() - forJupyter.size());
        if (actions.size() > 1
                || (user && !actions.isEmpty())
                || !List.of("check", "refresh").containsAll(actions)) {
            throw new CourseException(
                    "Unknown action: " + String.join(" ", actions),
                    "Type ./lesson notebooks, alone or followed by check, refresh or --user.");
        }
        Optional<Jupyter> jupyter = Jupyter.find(System.getenv().getOrDefault("PATH", ""));
        if (actions.isEmpty() && !user && jupyter.isEmpty()) {
            throw new CourseException(
                    "Jupyter, which opens the notebooks, was not found. Install it and try again:",
                    "sudo apt-get install --no-install-recommends jupyter-notebook jupyter-nbconvert",
                    "(elsewhere: pip install notebook; for VS Code: ./lesson notebooks --user)");
        }
        if (!jar.isBuilt()) {
            throw new CourseException(
                    "The kernel of the notebooks is not built: there is no " + jar.file() + ".",
                    "Build it: mvn -pl notebooks -am -Dmaven.test.skip=true package");
        }
        if (!actions.isEmpty()) {
            return jar.rerun(actions.getFirst(), home.resolve("notebooks"));
        }
        return user ? jar.installForUser() : jupyter.orElseThrow().open(home, jar, forJupyter);
    }
}
