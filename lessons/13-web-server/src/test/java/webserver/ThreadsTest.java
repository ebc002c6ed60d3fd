package webserver;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static webserver.TestClient.get;

import java.util.ArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which threads handle requests. */
@Timeout(300)
class ThreadsTest {
    private static final int REQUESTS = 8;

    @ParameterizedTest
    @EnumSource
    void handlesRequestsOnThreadsOfItsKind(Versions version) throws Exception {
        var site = new TestSite(ZERO);
        var clients = new ArrayList<TestClient>();
        try (var server = version.start(site)) {
            for (int number = 0; number < REQUESTS; number++) {
                var client = new TestClient(server);
                clients.add(client); // it stays connected: the JDK's server uses a thread for a disconnection, too
                client.send(get("/hours")).receive();
            }
        } finally {
            for (TestClient client : clients) {
                client.close();
            }
        }

        switch (version) {
            case SEQUENTIAL, EVENT_LOOP, VERTX -> assertThat(site.threads()).hasSize(1);
            case THREAD_POOL -> assertThat(site.threads()).hasSize(Versions.POOL);
            case VIRTUAL_THREADS -> assertThat(site.threads()).hasSize(REQUESTS);
            case JETTY -> assertThat(site.threads()).hasSizeGreaterThan(1); // it reuses some
        }
        boolean virtual = version == Versions.VIRTUAL_THREADS || version == Versions.JETTY;
        assertThat(site.threads()).allMatch(thread -> thread.isVirtual() == virtual);
    }
}
