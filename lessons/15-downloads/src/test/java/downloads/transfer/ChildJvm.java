package downloads.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a process of its own, which can be killed. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(List<String> command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Starts a main class with these arguments. */
    public static ChildJvm start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), main, arguments);
    }

    /** The same with options of the JVM. */
    public static ChildJvm start(List<String> options, Class<?> main, String... arguments) throws IOException {
        return new ChildJvm(command(options, main, arguments));
    }

    /** The same, but the operating system lets it write no file that is larger than this. */
    public static ChildJvm startWithFileLimit(int kilobytes, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
        command.addAll(command(List.of(), main, arguments));
        return new ChildJvm(command);
    }

    private static List<String> command(List<String> options, Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-classpath",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The next line that it prints. */
    public String readLine() throws IOException {
        return output.readLine();
    }

    /** Waits for its end, and returns all that it prints. */
    public String readAll() throws IOException {
        return String.join("\n", output.readAllLines());
    }

    /** Kills it with SIGKILL, and waits until it has gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
