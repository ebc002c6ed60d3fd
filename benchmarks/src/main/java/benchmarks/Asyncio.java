package benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Python process that does the work of a lesson with asyncio, each time it is asked to: the scripts are in
 * {@code benchmarks/python}. To ask and to be told takes about 0.1 ms, which is in what is measured.
 */
final class Asyncio implements AutoCloseable {
    private static final String DONE = "done";

    private final Process python;
    private final BufferedReader output;
    private final Writer input;

    private Asyncio(List<String> command) throws IOException {
        python = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = python.inputReader(UTF_8);
        input = python.outputWriter(UTF_8);
    }

    /**
     * Starts Python.
     *
     * @param name of the script
     * @throws IOException when there is no {@value Python#COMMAND}
     */
    static Asyncio script(String name, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(Python.COMMAND, "-c", Python.script(name)));
        command.addAll(List.of(arguments));
        return new Asyncio(command);
    }

    /** @param work a function of {@code workloads.py}, and its argument */
    static Asyncio workload(String work, int size) throws IOException {
        return script("workloads.py", work, Integer.toString(size));
    }

    /**
     * Starts Python, but fails unless it prints {@code expected} when the work is small.
     *
     * @param expected the lines, sorted
     */
    static Asyncio compared(String work, int small, List<String> expected, int size) throws IOException {
        try (var python = workload(work, small)) {
            List<String> printed = python.ask("print").sorted().toList();
            if (!printed.equals(expected)) {
                throw new AssertionError("asyncio prints " + printed + ", not " + expected);
            }
        }
        return workload(work, size);
    }

    /** Does the work once, and throws away what it prints. */
    void run() throws IOException {
        ask("run").forEach(line -> {
            throw new IllegalStateException("Python answers: " + line);
        });
    }

    /** What it prints until it is done. */
    Stream<String> ask(String what) throws IOException {
        input.write(what + "\n");
        input.flush();
        var lines = Stream.<String>builder();
        String line = output.readLine();
        while (!DONE.equals(line)) {
            if (line == null) {
                throw new IllegalStateException(Python.COMMAND + " has ended; the log file says why");
            }
            lines.add(line);
            line = output.readLine();
        }
        return lines.build();
    }

    /** Its processor time so far. */
    Duration computed() {
        return python.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        python.destroy();
    }
}
