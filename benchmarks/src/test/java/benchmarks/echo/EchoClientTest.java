package benchmarks.echo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** An echo server with a bug is not timed: its benchmark fails. */
class EchoClientTest {

    @Test
    void reportsEchoThatDiffers() throws IOException {
        try (var server = serverThatAnswers("not what was sent: not at all!!!");
                var client = new EchoClient(server.getLocalPort(), 1)) {
            assertThatThrownBy(() -> client.exchange(1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("differs");
        }
    }

    @Test
    void reportsServerThatClosesConnection() throws IOException {
        try (var server = serverThatAnswers("half an echo");
                var client = new EchoClient(server.getLocalPort(), 1)) {
            assertThatThrownBy(() -> client.exchange(1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("closed a connection");
        }
    }

    /** Answers the first message of the first client, and closes the connection. */
    private static ServerSocket serverThatAnswers(String answer) throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            try (Socket client = server.accept()) {
                client.getInputStream().readNBytes(32);
                client.getOutputStream().write(answer.getBytes(US_ASCII));
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
        return server;
    }
}
