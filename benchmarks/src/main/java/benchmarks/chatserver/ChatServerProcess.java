package benchmarks.chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import benchmarks.processes.ChildProcess;
import benchmarks.python.Python;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/**
 * A chat server in a process of its own, so that its processor time is measured separately from that of its clients.
 */
final class ChatServerProcess implements AutoCloseable {
    private final ChildProcess process;
    private final InetSocketAddress address;

    static ChatServerProcess java(ChatServers server) throws IOException {
        return new ChatServerProcess(ChildProcess.java(
                "the chat server " + server,
                List.of("--sun-misc-unsafe-memory-access=allow"),
                ChatServerProcess.class,
                server.name()));
    }

    /** @param mode of {@code benchmarks/python/chat.py} */
    static ChatServerProcess python(String mode) throws IOException {
        return new ChatServerProcess(Python.process("chat.py", mode));
    }

    private ChatServerProcess(ChildProcess process) throws IOException {
        this.process = process;
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(process.readLine()));
    }

    /** The server itself. It ends with its input, so it does not outlive the benchmark. */
    static void main(String[] arguments) throws Exception {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Thread.ofPlatform().daemon().start(ChatServerProcess::endWithInput);
        ChatServers.valueOf(arguments[0]).server().serve(anyPort, listening -> IO.println(listening.getPort()));
    }

    private static void endWithInput() {
        try (var input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            input.readLine();
        } catch (IOException broken) {
            // the end of the input as well
        }
        Runtime.getRuntime().halt(0);
    }

    InetSocketAddress address() {
        return address;
    }

    Duration processorTime() {
        return process.processorTime();
    }

    @Override
    public void close() {
        process.close();
    }
}
