package benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Python process that does the work of a lesson with asyncio, each time it is asked to: the script is
 * {@code benchmarks/python/workloads.py}. To ask and to be told takes about 0.1 ms, which is in what is measured.
 */
public final class Asyncio implements AutoCloseable {
    static final String PYTHON = "python3";
    private static final String DONE = "done";

    private final Process python;
    private final BufferedReader output;
    private final Writer input;

    /**
     * Starts Python.
     *
     * @param work a function of the script, and its argument
     * @throws IOException when there is no {@value #PYTHON}
     */
    Asyncio(String work, int size) throws IOException {
        python = new ProcessBuilder(PYTHON, "-c", script(), work, Integer.toString(size)).redirectError(
                ProcessBuilder.Redirect.INHERIT).start();
        output = python.inputReader(UTF_8);
        input = python.outputWriter(UTF_8);
    }

    /**
     * Starts Python, but fails unless it prints {@code expected} when the work is small.
     *
     * @param expected the lines, sorted
     */
    static Asyncio compared(String work, int small, List<String> expected, int size) throws IOException {
        try (var python = new Asyncio(work, small)) {
            List<String> printed = python.ask("print").sorted().toList();
            if (!printed.equals(expected)) {
                throw new AssertionError("asyncio prints " + printed + ", not " + expected);
            }
        }
        return new Asyncio(work, size);
    }

    /** Whether there is a Python on this machine that runs the script. */
    public static boolean isInstalled() {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 8))").start()
                    .waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Asyncio.class.getResourceAsStream("/python/workloads.py")) {
            if (script == null) {
                throw new IOException("workloads.py is not in benchmarks.jar");
            }
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    /** Does the work once, and throws away what it prints. */
    void run() throws IOException {
        ask("run").forEach(line -> {
            throw new IllegalStateException("Python answers: " + line);
        });
    }

    private Stream<String> ask(String what) throws IOException {
        input.write(what + "\n");
        input.flush();
        var lines = Stream.<String>builder();
        String line = output.readLine();
        while (!DONE.equals(line)) {
            if (line == null) {
                throw new IllegalStateException(PYTHON + " has ended; the log file says why");
            }
            lines.add(line);
            line = output.readLine();
        }
        return lines.build();
    }

    @Override
    public void close() throws IOException {
        input.close();
        python.destroy();
    }
}
