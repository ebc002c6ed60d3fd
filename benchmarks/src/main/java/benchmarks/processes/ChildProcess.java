package benchmarks.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A child process that answers line by line. It has its own heap and its own limit of open files, and its processor
 * time is measured separately. Its standard error goes to the log.
 */
public final class ChildProcess implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader output;
    private final Writer input;

    /** @param name for messages */
    public ChildProcess(String name, List<String> command) throws IOException {
        this.name = name;
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(UTF_8);
        input = process.outputWriter(UTF_8);
    }

    /**
     * A JVM with this one's class path. It shares the processors with what is measured, so it collects garbage on one
     * thread.
     */
    public static ChildProcess java(String name, List<String> jvmOptions, Class<?> main, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(List.of("-Duser.language=en", "-Duser.country=", "-Duser.extensions="));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return new ChildProcess(name, command);
    }

    /** Sends a request and returns the first line of the answer. */
    public String ask(String request) throws IOException {
        try {
            input.write(request + "\n");
            input.flush();
        } catch (IOException brokenPipe) {
            throw new IllegalStateException(endedTooEarly(), brokenPipe);
        }
        return readLine();
    }

    /**
     * The next line of the output.
     *
     * @throws IllegalStateException when the process has ended
     */
    public String readLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IllegalStateException(endedTooEarly());
        }
        return line;
    }

    private String endedTooEarly() {
        return name + " has ended; the log file says why";
    }

    /** The processor time of all its threads so far, those of a compiler and a garbage collector included. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Kills the process, which cannot close anything, and waits until it has ended. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops the process and waits until it has ended. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
