package interleave.course.notebooks;

import interleave.course.lessons.Bundle;
import interleave.course.terminal.ExitCode;
import interleave.course.terminal.Screen;
import interleave.course.terminal.ShutdownHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar of the notebooks' kernel, which also runs notebooks without Jupyter. */
public record KernelJar(Path file) {

    /** The jar of the course in this folder, whether it is built or not. */
    public static KernelJar of(Path home) {
        return new KernelJar(Bundle.jar(home).orElse(home.resolve("notebooks/target/notebooks.jar")));
    }

    public boolean isBuilt() {
        return Files.exists(file);
    }

    /**
     * Runs all notebooks of a folder and returns the exit code.
     *
     * @param action {@code check} compares the outputs with the stored ones, {@code refresh} stores them
     */
    public int rerun(String action, Path notebooks) throws IOException, InterruptedException {
        var arguments = new ArrayList<>(List.of(action));
        for (Path notebook : NotebookCopies.files(notebooks, ".ipynb")) {
            arguments.add(notebook.getFileName().toString());
        }
        return awaitEnd(start(notebooks, arguments));
    }

    /** Installs the kernel for all front ends of this user, and returns an exit code. */
    public int installForUser() throws IOException, InterruptedException {
        String userHome = System.getenv().getOrDefault("HOME", System.getProperty("user.home"));
        Path folder = Jupyter.userFolder(System.getenv(), System.getProperty("os.name", ""), Path.of(userHome));
        int code = install(folder);
        if (code == ExitCode.DONE) {
            Screen.plain()
                    .line("Installed in " + folder.resolve("kernels") + ": choose 'Java (Interleave)' as the kernel.");
        }
        return code;
    }

    int install(Path folder) throws IOException, InterruptedException {
        return awaitEnd(start(Path.of(""), List.of("install", folder.toString())));
    }

    @SuppressWarnings("try") // the hook is only held
    private static int awaitEnd(Process process) throws InterruptedException {
        try (var hook = ShutdownHook.ending(process)) {
            return process.waitFor();
        }
    }

    /** Includes the options that virtual time needs. */
    private Process start(Path folder, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:-PrintWarnings",
                "-Djdk.attach.allowAttachSelf=true",
                "-cp",
                file.toAbsolutePath().toString(),
                "interleave.notebook.launcher.Main"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .inheritIO()
                .start();
    }
}
