package manymachines;

import static java.util.concurrent.TimeUnit.SECONDS;

import interleave.testjvm.TestJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A command of the lesson in a process of its own, and what it prints. It is killed at the end, with its nodes. */
final class TestProcess implements AutoCloseable {
    final Process process;
    final PrintedLines printed = new PrintedLines();
    private final Thread reader;

    /** Starts the {@code main} of a class. */
    TestProcess(Class<?> main, Ports ports, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of("--port", "" + ports.base()));
        all.addAll(List.of(arguments));
        process = TestJvm.of(List.of(), main, all.toArray(String[]::new))
                .redirectErrorStream(true)
                .start();
        reader = Thread.startVirtualThread(this::read);
    }

    private void read() {
        try {
            process.inputReader().lines().forEach(printed::add);
        } catch (UncheckedIOException killed) {
            // the end of the test
        }
    }

    void type(String line) throws IOException {
        process.outputWriter().append(line).append("\n").flush();
    }

    /** As Ctrl-D does. */
    void endInput() throws IOException {
        process.outputWriter().close();
    }

    /** Waits for a line that starts like this. */
    void awaitLine(String start) throws InterruptedException {
        printed.await("'" + start + "'", lines -> lines.stream().anyMatch(line -> line.startsWith(start)));
    }

    /** Waits until the process has ended by itself, and returns everything that it has printed. */
    List<String> awaitEnd() throws Exception {
        process.onExit().get(TestCluster.LIMIT_SECONDS, SECONDS);
        reader.join();
        return printed.all();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
