package downloads.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.testjvm.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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

    /** Does the same with JVM options. */
    public static ChildJvm start(List<String> options, Class<?> main, String... arguments) throws IOException {
        return new ChildJvm(TestJvm.of(options, main, arguments).command());
    }

    /** Does the same, but the operating system limits the size of the files that it writes. */
    public static ChildJvm startWithFileLimit(int kilobytes, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "bash"));
        command.addAll(TestJvm.of(List.of(), main, arguments).command());
        return new ChildJvm(command);
    }

    /** Returns the next line that the program prints. */
    public String readLine() throws IOException {
        return output.readLine();
    }

    /** Waits for the end of the program, and returns its remaining output. */
    public String readAll() throws IOException {
        return String.join("\n", output.readAllLines());
    }

    /** Kills the program with SIGKILL, and waits until it has ended. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
