package benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatCrowdTest {

    @ParameterizedTest
    @EnumSource
    void everyServerThatIsMeasuredIsAChat(ChatServers version) throws IOException {
        try (var server = ChatServerProcess.java(version)) {
            talk(server);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait", "gather"})
    void soAreThoseOfAsyncio(String mode) throws IOException {
        assumeThat(Python.here()).isNotEqualTo(Python.NONE);

        try (var server = ChatServerProcess.python(mode)) {
            talk(server);
        }
    }

    private static void talk(ChatServerProcess server) throws IOException {
        try (var crowd = new ChatCrowd(server.address(), 20)) {
            assertThat(crowd.deliveries()).isEqualTo(380);
            crowd.round();
            crowd.round();
        }
    }

    @Test
    void aServerThatChangesALineIsNotMeasured() throws IOException {
        try (var server = new SmallServer(line -> line.replace("hear", "Hear"))) {
            assertThatThrownBy(() -> new ChatCrowd(server.address(), 3)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void aServerThatDoesNotSayWhoSpokeIsNotMeasured() throws IOException {
        try (var server = new SmallServer(line -> line.substring(line.indexOf(": ") + 2))) {
            assertThatThrownBy(() -> new ChatCrowd(server.address(), 3))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("a client has heard [What one says");
        }
    }

    @Test
    void aServerThatDoesAsItShouldIs() throws IOException {
        try (var server = new SmallServer(line -> line);
                var crowd = new ChatCrowd(server.address(), 3)) {
            assertThatCode(crowd::round).doesNotThrowAnyException();
        }
    }

    @Test
    void aCallThatEndsInTheMiddleOfARoundIsGoneOnWithInTheNext() throws IOException {
        var said = new AtomicInteger();
        try (var server = new SmallServer(line -> {
                    said.incrementAndGet();
                    return line;
                });
                var crowd = new ChatCrowd(server.address(), 3)) {
            int before = said.get();

            crowd.talk(2);
            crowd.talk(2);
            crowd.talk(2);
            int inThree = said.get() - before;
            crowd.talk(6);

            assertThat(inThree).as("lines said for six deliveries").isEqualTo(3);
            assertThat(said.get() - before).isEqualTo(6);
        }
    }

    @Test
    void ofManyClientsSomeSpeakAndAllAreCompared() throws IOException {
        var lines = new AtomicInteger();
        try (var server = new SmallServer(line -> lines.incrementAndGet() == 40 ? line + " (forged)" : line)) {
            assertThatThrownBy(() -> new ChatCrowd(server.address(), 60)).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void clientsThatNeverWaitAreTheBottleneck() {
        var second = Duration.ofSeconds(1);
        var half = Duration.ofMillis(500);

        assertThatThrownBy(() -> new ChatLoad(second, second, half).checkThatTheCrowdWasNotTheBottleneck())
                .hasMessage("the clients are the bottleneck: of 1,000 ms their thread computed for 1,000 ms, "
                        + "the server for 500 ms");
        assertThatCode(() -> {
                    new ChatLoad(second, half, second).checkThatTheCrowdWasNotTheBottleneck();
                    new ChatLoad(second, half, half).checkThatTheCrowdWasNotTheBottleneck();
                })
                .doesNotThrowAnyException();
    }

    /** A chat in a few lines, that can be told to do it wrong. */
    private static final class SmallServer implements AutoCloseable {
        private final ServerSocket door = new ServerSocket();
        private final List<Socket> clients = new CopyOnWriteArrayList<>();
        private final UnaryOperator<String> fault;

        SmallServer(UnaryOperator<String> fault) throws IOException {
            this.fault = fault;
            door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread.startVirtualThread(this::accept);
        }

        InetSocketAddress address() {
            return (InetSocketAddress) door.getLocalSocketAddress();
        }

        private void accept() {
            try {
                while (true) {
                    Socket client = door.accept();
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
                    tellOthers(client, line);
                }
            } catch (IOException gone) {
                // the end of the test
            }
        }

        private synchronized void tellOthers(Socket client, String line) throws IOException {
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
            door.close();
        }
    }
}
