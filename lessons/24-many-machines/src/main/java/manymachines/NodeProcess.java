package manymachines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A node in its own process. It ends when this process ends, because its input then ends. */
final class NodeProcess implements AutoCloseable {
    /** A node is small and short-lived: it starts faster with a simple compiler and a simple garbage collector. */
    private static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx64m",
            "-Djdk.serialFilter=!*", // rejects the deserialization of every object
            "-Dstdout.encoding=UTF-8");

    /** Long enough for a busy cluster to answer. */
    static final Duration PATIENT_SEARCH = Duration.ofMillis(500);

    final int number;
    private final Process process;
    private final Writer commands;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread reader;

    private NodeProcess(int number, Process process, Consumer<String> onLine) {
        this.number = number;
        this.process = process;
        commands = process.outputWriter(UTF_8);
        reader = Thread.ofPlatform().name("node " + number).start(() -> read(onLine));
    }

    /**
     * @param search how long node 1 searches for a cluster before it begins one
     * @param onLine receives each line that the node prints, on a separate thread
     */
    static NodeProcess start(String version, int number, Arguments arguments, Duration search, Consumer<String> onLine)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.add("-D" + JGroupsStack.SEARCH + "=" + search.toMillis());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Node.class.getName()));
        command.addAll(List.of(
                version,
                "" + number,
                "" + arguments.ports().base(),
                arguments.host().getHostAddress(),
                "" + arguments.silence().toSeconds()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new NodeProcess(number, process, onLine);
    }

    private void read(Consumer<String> onLine) {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                onLine.accept(line);
                if (line.equals(Node.READY)) {
                    ready.complete(null);
                }
            }
        } catch (IOException | UncheckedIOException ended) {
            // the process was killed
        } finally {
            ready.completeExceptionally(new IllegalStateException("Node " + number + " has ended."));
        }
    }

    /** Completes when clients can connect, and fails if the node ends before that. */
    CompletableFuture<Void> ready() {
        return ready.copy();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a command to the node, such as "break". */
    void command(String text) throws IOException {
        commands.write(text + "\n");
        commands.flush();
    }

    /** Kills the process at once. The node cannot notify the others. */
    void kill() {
        process.destroyForcibly();
    }

    /** Stops the process, as a long garbage collection or a sleeping laptop does. Needs a POSIX system. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    /** Waits until the process has ended, and its last line has been received. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
        reader.join();
    }

    /** Waits until the process has ended, even if this thread is interrupted. */
    void joinUninterruptibly() {
        process.onExit().join();
    }

    /** Ends the input of the node, which then leaves the cluster. */
    @Override
    public void close() {
        try {
            commands.close();
        } catch (IOException dead) {
            // it has ended already
        }
    }
}
