package debugging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs in a process of its own, in a folder where the folder {@code lessons} is that of the course. Its
 * commands use the tools of the JDK that runs the tests.
 */
final class Program implements AutoCloseable {
    private static final Path TOOLS = Path.of(System.getProperty("java.home"), "bin");
    private static final long LIMIT = 120;

    private final Path folder;
    private final Path output;
    private final Process process;

    private Program(Path folder, Path output, Process process) {
        this.folder = folder;
        this.output = output;
        this.process = process;
    }

    /** Starts a program with a command such as {@code java -cp lessons/22-debugging/target/classes debugging.Crowd}. */
    static Program start(Path folder, String command) throws IOException {
        Path lessons = folder.resolve("lessons");
        if (!Files.exists(lessons)) {
            Files.createSymbolicLink(lessons, Path.of("..").toRealPath());
        }
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process =
                shell(folder, "exec " + command).redirectOutput(output.toFile()).start();
        return new Program(folder, output, process);
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /** Runs a command, in which PID stands for this program, and returns its output and error output. */
    String run(String command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        Process tool = shell(folder, command.replaceAll("\\bPID\\b", String.valueOf(process.pid())))
                .redirectOutput(printed.toFile())
                .start();
        try {
            assertThat(tool.waitFor(LIMIT, TimeUnit.SECONDS)).as(command).isTrue();
        } finally {
            tool.destroyForcibly();
        }
        return Files.readString(printed);
    }

    private static ProcessBuilder shell(Path folder, String command) {
        var builder = new ProcessBuilder(List.of("/bin/sh", "-c", command)).directory(folder.toFile());
        builder.environment().merge("PATH", TOOLS.toString(), (path, tools) -> tools + ':' + path);
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // it is announced in each output
        return builder.redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
    }

    /** Kills the program, and removes the link, so that nothing follows it when the folder is deleted. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try {
            Files.deleteIfExists(folder.resolve("lessons"));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
