package chatserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Named;

/** A server and its clients, over real sockets. Each test has a chat of its own. */
final class Chat {
    private final RunningServer server;
    private final List<TestClient> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Chat(ChatServer version) {
        server = new RunningServer(version);
    }

    /** The complete versions, which all follow the same rules. */
    static List<Named<Supplier<ChatServer>>> versions() {
        return List.of(
                Named.of("WithThreadPool", WithThreadPool::new),
                Named.of("WithEventLoop", WithEventLoop::new),
                Named.of("WithVirtualThreads", WithVirtualThreads::new),
                Named.of("WithNetty", WithNetty::new));
    }

    InetSocketAddress address() {
        return server.address();
    }

    /** Connects this many clients, and waits until all are in the chat. */
    List<TestClient> connect(int count) throws IOException {
        List<TestClient> connected = TestClient.connect(server.address(), count);
        clients.addAll(connected);
        return connected;
    }

    /** Connects another client, and waits until {@code witness} has received its first line. */
    TestClient join(TestClient witness) throws IOException {
        return join(new TestClient(server.address()), witness);
    }

    /** The same for a client that never reads. Its receive buffer is as small as possible. */
    TestClient joinWithoutReading(TestClient witness) throws IOException {
        return join(new TestClient(server.address(), 4 * 1024), witness);
    }

    private TestClient join(TestClient client, TestClient witness) throws IOException {
        clients.add(client);
        return client.join(witness);
    }

    /** Two clients send one more line, and it is the next line that the others receive. */
    static void assertNoOtherLineWasReceived(List<TestClient> all) throws IOException {
        TestClient last = all.getLast();
        last.sendLine("the end");
        for (TestClient receiver : all) {
            if (receiver != last) {
                assertThat(receiver.readLine()).isEqualTo(last.delivered("the end"));
            }
        }
        all.getFirst().sendLine("the end");
        assertThat(last.readLine()).isEqualTo(all.getFirst().delivered("the end"));
    }

    <T> Future<T> inParallel(Callable<T> work) {
        return threads.submit(work);
    }

    /** Ends the server, and returns what {@code serve} threw. */
    Throwable endServer() throws Exception {
        return server.end();
    }

    /** Disconnects all clients, and ends the server, which must throw an {@link InterruptedException}. */
    void end() throws Exception {
        for (TestClient client : clients) {
            client.close();
        }
        threads.shutdownNow();
        threads.close();
        assertThat(server.end()).isInstanceOf(InterruptedException.class);
    }
}
