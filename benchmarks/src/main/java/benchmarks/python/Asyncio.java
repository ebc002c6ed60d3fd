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

    private Asyncio(String script, String argument) throws IOException {
        python = Python.process(script, argument);
    }

    /**
     * Starts {@code workloads.py}.
     *
     * @param work a function of the script
     * @throws IOException when there is no {@value Python#COMMAND}
     */
    public static Asyncio workload(String work) throws IOException {
        return new Asyncio("workloads.py", work);
    }

    /** Starts {@code fetch.py}, which keeps at most this number of connections. */
    public static Asyncio aiohttp(int connections) throws IOException {
        return new Asyncio("fetch.py", Integer.toString(connections));
    }

    /**
     * Fails unless the work prints {@code expected} at this size.
     *
     * @param expected the lines, sorted
     */
    public void check(int size, List<String> expected) throws IOException {
        List<String> printed = ask("print " + size).sorted().toList();
        if (!printed.equals(expected)) {
            throw new AssertionError("Expected asyncio to print " + expected + ", but it printed " + printed);
        }
    }

    /** Does the work once, and discards what it prints. */
    public void run(int size) throws IOException {
        ask("run " + size).forEach(line -> {
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
