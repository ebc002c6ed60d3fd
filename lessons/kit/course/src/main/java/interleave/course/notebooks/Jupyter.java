package interleave.course.notebooks;

import interleave.course.terminal.CtrlC;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.course.terminal.ShutdownHook;
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
import java.util.stream.Stream;

/** The program that opens notebooks. */
public record Jupyter(Path program) {

    /** The first program that opens notebooks, in the order of {@code path}, the variable {@code PATH}. */
    public static Optional<Jupyter> find(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(
                                "jupyter-notebook", "jupyter-lab", "jupyter-notebook.exe", "jupyter-lab.exe")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Jupyter::new);
    }

    /**
     * Opens the student's copies and returns an exit code. Jupyter searches the folder of its working directory, and
     * for this start also a folder of kernels that belongs to the course.
     */
    @SuppressWarnings("try") // the hook is only held
    public int open(Path home, KernelJar jar, List<String> options) throws IOException, InterruptedException {
        Path kernels = home.resolve("target/jupyter");
        int code = jar.install(kernels);
        if (code != ExitCode.DONE) {
            return code;
        }
        Path copies = home.resolve("practice/notebooks");
        NotebookCopies.copyNew(home.resolve("notebooks"), copies);
        Screen.plain().line("Jupyter opens " + copies + ". Ctrl-C, twice, ends it.");
        var command = new ArrayList<>(List.of(program.toString(), "00-start-here.ipynb"));
        command.addAll(options);
        var builder = new ProcessBuilder(command).directory(copies.toFile()).inheritIO();
        String searched = builder.environment().getOrDefault("JUPYTER_PATH", "");
        builder.environment().put("JUPYTER_PATH", kernels + (searched.isEmpty() ? "" : File.pathSeparator + searched));
        Process process = builder.start();
        try (var ctrlC = CtrlC.handledBy(() -> {});
                var hook = ShutdownHook.ending(process)) { // Jupyter receives Ctrl-C too, and asks whether to stop
            return process.waitFor() == 0 || ctrlC.pressed() ? ExitCode.DONE : ExitCode.WRONG_USAGE;
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
}
