package webserver;

import static java.time.Duration.ZERO;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static webserver.TestClient.get;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Defaults of the JDK's server and of Jetty that a server with many connections must change. */
@Timeout(300)
class LibraryDefaultsTest {
    private static final int IDLE_CONNECTIONS = 200;
    private static final int MORE = 20;
    private static final int DEFAULT_BACKLOG = 0;
    private static final int CLIENTS = 100;

    @Test
    void jdkServerKeepsAtMost200IdleConnections() throws Exception {
        var clients = new ArrayList<TestClient>();
        try (var server = new WithVirtualThreads().start(new TestSite(ZERO), 0)) {
            for (int number = 0; number < IDLE_CONNECTIONS + MORE; number++) {
                var client = new TestClient(server);
                clients.add(client);
                assertThat(client.send(get("/hours")).receive().status()).isEqualTo(200);
            }

            assertThat(clients.stream().filter(client -> !client.receivesAgain(get("/hours"))))
                    .hasSizeBetween(1, MORE);
        } finally {
            close(clients);
        }
    }

    @Test
    void defaultBacklogHoldsAbout50Connections() throws IOException {
        assertThat(connected(DEFAULT_BACKLOG)).isBetween(1, CLIENTS - 1);
        assertThat(connected(WebServer.BACKLOG)).isEqualTo(CLIENTS);
    }

    @Test
    void poolOfVirtualThreadsInJettyAllows200Tasks() {
        assertThat(new VirtualThreadPool().getMaxConcurrentTasks()).isEqualTo(200);
        assertThat(new ServerConnector(new Server()).getAcceptQueueSize()).isEqualTo(DEFAULT_BACKLOG);
    }

    @Test
    void jdkServerClosesConnectionWithoutAnswerIfHandlerThrows() throws Exception {
        HttpServer server = HttpServer.create(WebServer.address(0), WebServer.BACKLOG);
        server.createContext("/", exchange -> {
            throw new IllegalStateException("a bug");
        });
        server.start();
        try (var client = new TestClient(new RunningServer(server.getAddress().getPort(), () -> server.stop(0)))) {
            assertThat(client.send(get("/hours")).receiveToTheEnd()).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void jdkServerWaitsForHalfOfRequestWhenItStops() throws Exception {
        var started = new AtomicInteger();
        RunningServer server = JdkServer.start(new TestSite(ZERO), 0, task -> {
            started.incrementAndGet();
            Thread.startVirtualThread(task);
        });
        try (var half = new TestClient(server)) {
            half.send("GET /hours HT");
            await().atMost(2, MINUTES).until(() -> started.get() == 1);
            long begun = System.nanoTime();

            server.close();

            assertThat(System.nanoTime() - begun)
                    .isGreaterThanOrEqualTo(
                            Duration.ofSeconds(WebServer.FAREWELL_SECONDS).toNanos());
        }
    }

    /** How many clients can connect to a server that does not accept them yet. */
    private static int connected(int backlog) throws IOException {
        HttpServer server = HttpServer.create(WebServer.address(0), backlog);
        var clients = new ArrayList<Socket>();
        try {
            while (clients.size() < CLIENTS) {
                var client = new Socket();
                clients.add(client);
                client.connect(server.getAddress(), backlog == DEFAULT_BACKLOG ? 300 : 60_000);
            }
            return CLIENTS;
        } catch (SocketTimeoutException full) {
            return clients.size() - 1;
        } finally {
            close(clients);
            server.stop(0);
        }
    }

    private static void close(List<? extends AutoCloseable> clients) {
        clients.forEach(client -> {
            try {
                client.close();
            } catch (Exception broken) {
                // it is closed in any case
            }
        });
    }
}
