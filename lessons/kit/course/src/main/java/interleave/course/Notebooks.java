package interleave.course;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lesson notebooks}: opens the course in Jupyter, or sees to its notebooks without it. */
@Command(
        name = "notebooks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Opens the course's notebooks in Jupyter, as copies that are yours to change.",
        customSynopsis = {
            "./lesson notebooks [-- JUPYTER-OPTION...]",
            "       ./lesson notebooks check|refresh",
            "       ./lesson notebooks --user"
        },
        footer = {
            "",
            "check     runs them all, without Jupyter, and says what is not as kept",
            "refresh   keeps what they show now, in the course's own files",
            "Your copies are in practice/notebooks; delete one to get it anew."
        })
final class Notebooks implements Callable<Integer> {
    @Parameters(paramLabel = "check|refresh", description = "What to do instead of opening them.")
    private List<String> words = List.of();

    @Option(names = "--user", description = "Installs the kernel for VS Code and all other front ends of this user.")
    private boolean user;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path home = Main.home();
        Path jar = home.resolve("notebooks/target/notebooks.jar");
        List<String> typed = spec.commandLine().getParseResult().originalArgs();
        List<String> forJupyter =
                typed.contains("--") ? typed.subList(typed.indexOf("--") + 1, typed.size()) : List.of();
        List<String> actions = words.subList(0, words.size() - forJupyter.size());
        if (actions.size() > 1
                || (user && !actions.isEmpty())
                || !List.of("check", "refresh").containsAll(actions)) {
            throw new CourseException(
                    "'" + String.join(" ", actions) + "' is nothing one can do to the notebooks.",
                    "There are: ./lesson notebooks, with check, refresh or --user behind it, or nothing.");
        }
        Optional<Path> jupyter = jupyter(System.getenv().getOrDefault("PATH", ""));
        if (actions.isEmpty() && !user && jupyter.isEmpty()) {
            throw new CourseException(
                    "Jupyter is not here, which opens the notebooks. Install it, then start again:",
                    "sudo apt-get install --no-install-recommends jupyter-notebook jupyter-nbconvert",
                    "(elsewhere: pip install notebook; for VS Code: ./lesson notebooks --user)");
        }
        if (!Files.exists(jar)) {
            throw new CourseException(
                    "The notebooks' kernel is not built: there is no " + jar + ".",
                    "Build it: mvn -pl notebooks -am -Dmaven.test.skip=true package");
        }
        if (!actions.isEmpty()) {
            return rerun(actions.getFirst(), home.resolve("notebooks"), jar);
        }
        return user ? installForUser(jar) : open(jupyter.orElseThrow(), home, jar, forJupyter);
    }

    private static int rerun(String action, Path notebooks, Path jar) throws IOException, InterruptedException {
        var command = new ArrayList<>(java(jar));
        command.add(action);
        files(notebooks, ".ipynb")
                .forEach(file -> command.add(file.getFileName().toString()));
        return new ProcessBuilder(command)
                .directory(notebooks.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static int installForUser(Path jar) throws IOException, InterruptedException {
        String userHome = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        Path folder = userFolder(System.getenv(), System.getProperty("os.name", ""), Path.of(userHome));
        int code = install(jar, folder);
        if (code == Main.DONE) {
            Screen screen = Main.screenOfTheTerminal();
            screen.line("Installed in " + folder.resolve("kernels") + ": choose 'Java (Interleave)' as the kernel.");
        }
        return code;
    }

    private static int install(Path jar, Path folder) throws IOException, InterruptedException {
        var command = new ArrayList<>(java(jar));
        command.addAll(List.of("install", folder.toString()));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    /** Jupyter searches the folder of its working directory, and for this once a folder of kernels that is ours. */
    private static int open(Path jupyter, Path home, Path jar, List<String> options)
            throws IOException, InterruptedException {
        Path kernels = home.resolve("target/jupyter");
        int code = install(jar, kernels);
        if (code != Main.DONE) {
            return code;
        }
        Path copies = home.resolve("practice/notebooks");
        copyNew(home.resolve("notebooks"), copies);
        Main.screenOfTheTerminal().line("Jupyter opens " + copies + ". Ctrl-C, twice, ends it.");
        var command = new ArrayList<>(List.of(jupyter.toString(), "00-start-here.ipynb"));
        command.addAll(options);
        var builder = new ProcessBuilder(command).directory(copies.toFile()).inheritIO();
        String searched = builder.environment().getOrDefault("JUPYTER_PATH", "");
        builder.environment().put("JUPYTER_PATH", kernels + (searched.isEmpty() ? "" : File.pathSeparator + searched));
        Process process = builder.start();
        try (var ctrlC = CtrlC.handledBy(() -> {})) { // it reaches Jupyter too, which asks back
            return process.waitFor() == 0 || ctrlC.pressed() ? Main.DONE : Main.WRONG_USAGE;
        }
    }

    /** Copies the notebooks and the data they read, but leaves what a student has already. */
    static void copyNew(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String ending : List.of(".ipynb", ".json")) {
            for (Path file : files(from, ending)) {
                Path copy = to.resolve(file.getFileName());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Where Jupyter looks for the kernels of a user. */
    static Path userFolder(Map<String, String> environment, String system, Path userHome) {
        String own = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return userHome.resolve("Library/Jupyter");
        }
        if (name.contains("win")) {
            return Path.of(
                    environment.getOrDefault(
                            "APPDATA", userHome.resolve("AppData/Roaming").toString()),
                    "jupyter");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isEmpty() ? userHome.resolve(".local/share") : Path.of(data)).resolve("jupyter");
    }

    /** The first program that opens notebooks, in the order of {@code path}. */
    static Optional<Path> jupyter(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(
                                "jupyter-notebook", "jupyter-lab", "jupyter-notebook.exe", "jupyter-lab.exe")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** With what virtual time needs. */
    private static List<String> java(Path jar) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:-PrintWarnings",
                "-Djdk.attach.allowAttachSelf=true",
                "-jar",
                jar.toString());
    }
}
