package webserver;

import static java.time.Duration.ZERO;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static webserver.TestClient.get;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The JDK's server reads a request and writes its answer on a thread of its executor. A slow client occupies it. */
@Timeout(300)
class OccupiedThreadsTest {

    @Test
    void halfOfRequestStopsServerWithOneThread() throws Exception {
        var started = new AtomicInteger();
        try (var server = JdkServer.start(new TestSite(ZERO), 0, task -> {
                    started.incrementAndGet();
                    task.run();
                });
                var half = new TestClient(server);
                var other = new TestClient(server)) {
            half.send("GET /hours HT");
            await().atMost(2, MINUTES).until(() -> started.get() == 1);

            other.send(get("/hours"));

            assertThat(other.receivesWithinMoment()).isFalse();
            half.send("TP/1.1\r\n\r\n");
            assertThat(half.receive().status()).isEqualTo(200);
            assertThat(other.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void clientThatDoesNotReadStopsServerWithOneThread() throws Exception {
        var started = new AtomicInteger();
        try (var server = JdkServer.start(new TestSite(ZERO), 0, task -> {
                    started.incrementAndGet();
                    task.run();
                });
                var slow = new TestClient(server);
                var other = new TestClient(server)) {
            slow.send(get("/large"));
            await().atMost(2, MINUTES).until(() -> started.get() == 1);

            other.send(get("/hours"));

            assertThat(other.receivesWithinMoment()).isFalse();
            assertThat(slow.receive().body()).hasSize(TestSite.LARGE);
            assertThat(other.receive().status()).isEqualTo(200);
        }
    }

    @Test
    void asManyHalvesAsThreadsStopThePool() throws Exception {
        var pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(Versions.POOL);
        try (var server = JdkServer.start(new TestSite(ZERO), 0, pool);
                var other = new TestClient(server)) {
            var halves = new ArrayList<TestClient>();
            for (int number = 0; number < Versions.POOL; number++) {
                halves.add(new TestClient(server).send("GET /hours HT"));
            }
            await().atMost(2, MINUTES).until(() -> pool.getActiveCount() == Versions.POOL);

            other.send(get("/hours"));

            assertThat(other.receivesWithinMoment()).isFalse();
            halves.getFirst().send("TP/1.1\r\n\r\n");
            assertThat(other.receive().status()).isEqualTo(200);
            for (TestClient half : halves) {
                half.close();
            }
        }
    }
}
