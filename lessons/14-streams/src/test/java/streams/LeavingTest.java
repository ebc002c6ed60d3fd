package streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When the handler leaves, the real file or connection is closed, even if a read is waiting. */
@Timeout(180)
class LeavingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void fileIsClosedAfterTenLines(Versions version) throws Exception {
        Path file = folder.resolve("requests.log");
        try (var output = Files.newOutputStream(file)) {
            RequestLog.write(50_000, output);
        }
        var channel = FileChannel.open(file);
        var handled = new ArrayList<String>();

        version.with(2).process(new ChannelSource(channel), line -> handled.add(line) && handled.size() < 10);

        assertThat(handled).hasSize(10);
        assertThat(channel.isOpen()).isFalse();
    }

    /** The server sends one line, and then waits until the client has closed the connection. */
    @ParameterizedTest
    @EnumSource
    void connectionIsClosedAlthoughTheReaderWaitsForTheServer(Versions version) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var closed = new CompletableFuture<Integer>();
            Thread.ofVirtual().start(() -> {
                try (var client = server.accept()) {
                    client.getOutputStream().write("first\n".getBytes(UTF_8));
                    closed.complete(client.getInputStream().read());
                } catch (Exception reset) {
                    closed.complete(-1);
                }
            });
            var handled = new ArrayList<String>();

            version.with(2)
                    .process(
                            new SocketSource((InetSocketAddress) server.getLocalSocketAddress()),
                            line -> handled.add(line) && handled.size() < 1);

            assertThat(handled).containsExactly("first");
            assertThat(closed.get(60, SECONDS)).isEqualTo(-1);
        }
    }
}
