package benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;

/** A chat server in a process of its own: what it costs can be told from what its clients cost. */
final class ChatServerProcess implements AutoCloseable {
    private final Process process;
    private final InetSocketAddress address;

    static ChatServerProcess java(ChatServers server) throws IOException {
        return new ChatServerProcess(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ChatServerProcess.class.getName(),
                server.name());
    }

    /** @param mode of {@code benchmarks/python/chat.py} */
    static ChatServerProcess python(String mode) throws IOException {
        return new ChatServerProcess(Python.COMMAND, "-c", Python.script("chat.py"), mode);
    }

    private ChatServerProcess(String... command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String port = process.inputReader(UTF_8).readLine();
        if (port == null) {
            throw new IOException("the chat server " + command[command.length - 1] + " has ended; the log says why");
        }
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    }

    /** The server itself. It ends when its input does. */
    static void main(String[] arguments) throws Exception {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Thread.ofPlatform().daemon().start(ChatServerProcess::endWithInput);
        ChatServers.valueOf(arguments[0]).server().serve(anyPort, listening -> IO.println(listening.getPort()));
    }

    private static void endWithInput() {
        try (var input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            input.readLine();
        } catch (IOException broken) {
            // an end as well
        }
        Runtime.getRuntime().halt(0);
    }

    InetSocketAddress address() {
        return address;
    }

    /** By all its threads so far, those of the compiler and the collector too. */
    Duration computed() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
        process.onExit().join();
    }
}
