package benchmarks.chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import benchmarks.python.Python;
import chatserver.ChatServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatClientsTest {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @ParameterizedTest
    @EnumSource
    void everyMeasuredServerIsAChat(ChatServers version) throws Exception {
        var address = new CompletableFuture<InetSocketAddress>();
        var serving = Thread.ofPlatform().start(() -> serve(version.server(), address));
        try {
            talk(address.get());
        } finally {
            serving.interrupt();
            serving.join();
        }
    }

    private static void serve(ChatServer server, CompletableFuture<InetSocketAddress> address) {
        try {
            server.serve(ANY_PORT, address::complete);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt(); // the end of the test
        } catch (Exception failed) {
            address.completeExceptionally(failed);
        }
    }

    @Test
    void serverRunsInProcessOfItsOwn() throws IOException {
        try (var server = ChatServerProcess.java(ChatServers.EVENT_LOOP)) {
            talk(server.address());
            assertThat(server.processorTime()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "gather"})
    void serversOfAsyncioAreChats(String mode) throws IOException {
        assumeThat(Python.here()).isNotEqualTo(Python.NONE);

        try (var server = ChatServerProcess.python(mode)) {
            talk(server.address());
        }
    }

    private static void talk(InetSocketAddress server) throws IOException {
        try (var clients = new ChatClients(server, 20)) {
            assertThat(clients.deliveries()).isEqualTo(380);
            clients.round();
            clients.round();
        }
    }

    @Test
    void failsWhenServerChangesALine() throws IOException {
        try (var server = new FaultyChatServer(line -> line.replace("receive", "Receive"))) {
            assertThatThrownBy(() -> new ChatClients(server.address(), 3)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void failsWhenServerOmitsTheSender() throws IOException {
        try (var server = new FaultyChatServer(line -> line.substring(line.indexOf(": ") + 2))) {
            assertThatThrownBy(() -> new ChatClients(server.address(), 3))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("but it received [What one client sends");
        }
    }

    @Test
    void measuresCorrectServer() throws IOException {
        try (var server = new FaultyChatServer(line -> line);
                var clients = new ChatClients(server.address(), 3)) {
            assertThatCode(clients::round).doesNotThrowAnyException();
        }
    }

    @Test
    void nextCallContinuesIncompleteRound() throws IOException {
        var sent = new AtomicInteger();
        try (var server = new FaultyChatServer(line -> {
                    sent.incrementAndGet();
                    return line;
                });
                var clients = new ChatClients(server.address(), 3)) {
            int before = sent.get();

            clients.talk(2);
            clients.talk(2);
            clients.talk(2);
            int inThree = sent.get() - before;
            clients.talk(6);

            assertThat(inThree).as("lines sent for six deliveries").isEqualTo(3);
            assertThat(sent.get() - before).isEqualTo(6);
        }
    }

    @Test
    void checksAllOfManyClients() throws IOException {
        var lines = new AtomicInteger();
        try (var server = new FaultyChatServer(line -> lines.incrementAndGet() == 40 ? line + " (forged)" : line)) {
            assertThatThrownBy(() -> new ChatClients(server.address(), 60)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void failsWhenClientsAreTheBottleneck() {
        var second = Duration.ofSeconds(1);
        var half = Duration.ofMillis(500);

        assertThatThrownBy(() -> new ChatProcessorTime(second, second, half).checkClientsNotTheBottleneck())
                .hasMessage("The clients are the bottleneck: in 1,000 ms their thread computed for 1,000 ms, "
                        + "the server for 500 ms");
        assertThatCode(() -> {
                    new ChatProcessorTime(second, half, second).checkClientsNotTheBottleneck();
                    new ChatProcessorTime(second, half, half).checkClientsNotTheBottleneck();
                })
                .doesNotThrowAnyException();
    }

    /** A chat server in a few lines, with a fault. */
    private static final class FaultyChatServer implements AutoCloseable {
        private final ServerSocket serverSocket = new ServerSocket();
        private final List<Socket> clients = new CopyOnWriteArrayList<>();
        private final UnaryOperator<String> fault;

        FaultyChatServer(UnaryOperator<String> fault) throws IOException {
            this.fault = fault;
            serverSocket.bind(ANY_PORT);
            Thread.startVirtualThread(this::accept);
        }

        InetSocketAddress address() {
            return (InetSocketAddress) serverSocket.getLocalSocketAddress();
        }

        private void accept() {
            try {
                while (true) {
                    Socket client = serverSocket.accept();
                    clients.add(client);
                    Thread.startVirtualThread(() -> serve(client));
                }
            } catch (IOException closed) {
                // the end of the test
            }
        }

        private void serve(Socket client) {
            try (var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    sendToOthers(client, line);
                }
            } catch (IOException closed) {
                // the end of the test
            }
        }

        private synchronized void sendToOthers(Socket client, String line) throws IOException {
            String message = fault.apply("127.0.0.1:" + client.getPort() + ": " + line);
            for (Socket other : clients) {
                if (other != client) {
                    other.getOutputStream().write((message + "\n").getBytes(UTF_8));
                }
            }
        }

        @Override
        public void close() throws IOException {
            for (Socket client : clients) {
                client.close();
            }
            serverSocket.close();
        }
    }
}
