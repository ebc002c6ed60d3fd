package benchmarks.python;

import benchmarks.processes.ChildProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Python process that repeats the work of a lesson with asyncio on request. The scripts are in
 * {@code benchmarks/python}. The request and its answer take about 0.1 ms, which is part of what is measured.
 */
public final class Asyncio implements AutoCloseable {
    private static final String DONE = "done";

    private final ChildProcess python;

    private Asyncio(ChildProcess python) {
        this.python = python;
    }

    /**
     * Starts Python.
     *
     * @param name of the script
     * @throws IOException when there is no {@value Python#COMMAND}
     */
    public static Asyncio script(String name, String... arguments) throws IOException {
        return new Asyncio(Python.process(name, arguments));
    }

    /** @param work a function of {@code workloads.py}, and its argument */
    static Asyncio workload(String work, int size) throws IOException {
        return script("workloads.py", work, Integer.toString(size));
    }

    /**
     * Starts Python, after a check that it prints {@code expected} when the work is small.
     *
     * @param expected the lines, sorted
     */
    public static Asyncio checked(String work, int small, List<String> expected, int size) throws IOException {
        try (var python = workload(work, small)) {
            List<String> printed = python.ask("print").sorted().toList();
            if (!printed.equals(expected)) {
                throw new AssertionError("Expected asyncio to print " + expected + ", but it printed " + printed);
            }
        }
        return workload(work, size);
    }

    /** Does the work once, and discards what it prints. */
    public void run() throws IOException {
        ask("run").forEach(line -> {
            throw new IllegalStateException("Python printed an unexpected line: " + line);
        });
    }

    /** The lines that Python prints in answer to a request. */
    public Stream<String> ask(String request) throws IOException {
        var lines = new ArrayList<String>();
        String line = python.ask(request);
        while (!line.equals(DONE)) {
            lines.add(line);
            line = python.readLine();
        }
        return lines.stream();
    }

    public Duration processorTime() {
        return python.processorTime();
    }

    @Override
    public void close() {
        python.close();
    }
}
