package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bugs of the two versions that are wrong on purpose. */
class FlawsTest {
    /** More bytes than the buffers of a connection hold. */
    private static final int MORE_THAN_BUFFERS = 50_000_000;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PrintStream out;
    private PrintStream err;

    @BeforeEach
    void captureOutput() {
        out = System.out;
        err = System.err;
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(System.out);
    }

    @AfterEach
    void restoreOutput() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void sequentialServerOnlyPrintsLines() throws Exception {
        var server = new RunningServer(new Sequential());
        try (var first = new TestClient(server.address());
                var second = new TestClient(server.address())) {
            second.sendLine("is anybody there?");
            second.stopSending();
            first.sendLine("hello\r* The server is closing.");
            first.sendLine("\u009b2J\u202e");
            first.stopSending();

            assertThat(first.readLine()).isNull();
            assertThat(second.readLine()).isNull();
            assertThat(printed.toString(UTF_8))
                    .isEqualTo("%1$s: hello?* The server is closing.%n%1$s: ?2J?%n%2$s: is anybody there?%n"
                            .formatted(first.name(), second.name()));
        } finally {
            assertThat(server.end()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void articleServerDeliversLinesIfAllClientsRead() throws Exception {
        var server = new RunningServer(new AsInTheArticle());
        List<TestClient> all = joinOneByOne(server, 3);

        all.getFirst().sendLine("hello");

        assertThat(all.get(1).readLine()).isEqualTo(all.getFirst().delivered("hello"));
        assertThat(all.get(2).readLine()).isEqualTo(all.getFirst().delivered("hello"));
        assertThat(server.end()).isInstanceOf(InterruptedException.class);
        assertThat(all.get(1).readLine()).isNull(); // without a goodbye
        close(all);
    }

    @Test
    void articleServerSplitsCharacterAtHundredthByte() throws Exception {
        var server = new RunningServer(new AsInTheArticle());
        List<TestClient> all = joinOneByOne(server, 2);

        all.getFirst().sendLine("x".repeat(99) + "\u00e9");

        assertThat(all.getLast().readLine()).contains("x\ufffd" + all.getFirst().delivered("\ufffd"));
        server.end();
        close(all);
    }

    @Test
    void articleServerWaitsForSlowestClient() throws Exception {
        var server = new RunningServer(new AsInTheArticle());
        List<TestClient> all = joinOneByOne(server, 2);
        var nonReader = new TestClient(server.address(), 4 * 1024).join(all.getFirst());
        var sending = Thread.startVirtualThread(() -> sendForever(all.getFirst()));

        int received = 0;
        all.getLast().timeOutAfter(Duration.ofMillis(500));
        try {
            while (received < MORE_THAN_BUFFERS) {
                received += all.getLast().readLine().length();
            }
        } catch (SocketTimeoutException timeout) {
            // the server waits for the client that does not read
        }

        assertThat(received).isLessThan(MORE_THAN_BUFFERS);
        server.end();
        sending.join();
        nonReader.close();
        close(all);
    }

    @Test
    void articleServerDisconnectsSenderWhenOthersConnect() throws Exception {
        var server = new RunningServer(new AsInTheArticle());
        List<TestClient> all = joinOneByOne(server, 2);
        var sending = Thread.startVirtualThread(() -> sendForever(all.getFirst()));
        var readers = new ArrayList<Thread>();

        readers.add(all.getLast().readInParallel());
        while (sending.isAlive()) {
            readers.add(new TestClient(server.address()).readInParallel());
        }

        server.end();
        for (Thread reader : readers) {
            reader.join();
        }
        close(all);
        assertThat(printed.toString(UTF_8)).contains("ConcurrentModificationException");
    }

    /** If clients joined at the same time, the article's server would disconnect some of them. */
    private static List<TestClient> joinOneByOne(RunningServer server, int count) throws IOException {
        var clients = new ArrayList<TestClient>();
        clients.add(new TestClient(server.address()));
        while (clients.size() < count) {
            clients.add(new TestClient(server.address()).join(clients.getFirst()));
        }
        return clients;
    }

    private static void sendForever(TestClient client) {
        try {
            while (true) {
                client.sendLine("x".repeat(89));
            }
        } catch (IOException disconnected) {
            // the server has closed the connection
        }
    }

    private static void close(List<TestClient> clients) throws IOException {
        for (TestClient client : clients) {
            client.close();
        }
    }
}
