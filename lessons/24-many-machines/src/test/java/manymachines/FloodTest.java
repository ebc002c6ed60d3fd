package manymachines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One node is flooded by its clients. */
@Tag("slow")
@Timeout(120)
class FloodTest {
    private static final String LONG_LINE = "x".repeat(60_000);
    private static final int FLOODERS = 3;
    /** Many times as much as a sender may be ahead of a receiver. */
    private static final int LONG_LINES = 300;

    @Test
    void floodedNodeDoesNotTakeTheOthersDown() throws Exception {
        try (var cluster = TestCluster.of("sender-order", 1, 2, 3)) {
            List<TestClient> quiet = cluster.clients(2, 3);
            var sent = new CountDownLatch(FLOODERS * LONG_LINES);
            List<Thread> flood = IntStream.range(0, FLOODERS)
                    .mapToObj(number -> Thread.startVirtualThread(() -> flood(cluster, sent)))
                    .toList();

            Thread.startVirtualThread(quiet.getFirst()::readToEnd); // one that does not read is dropped
            var talk = Traffic.start(quiet.getFirst());
            var received = new FutureTask<>(() -> talk.receivedBy(quiet.getLast()));
            Thread.startVirtualThread(received);
            sent.await();
            talk.end();

            assertThat(received.get()).isEqualTo(talk.delivered());
            assertThat(Stream.of(1, 2, 3).map(cluster::lastView)).containsOnly(TestCluster.text(1, 2, 3));
            cluster.node(1).kill();
            for (Thread flooder : flood) {
                flooder.join();
            }
        }
    }

    /**
     * A node that does not answer makes senders wait, until it is excluded. Memory does not run out in the meantime.
     */
    @Test
    void floodGoesOnWhenStoppedNodeIsExcluded() throws Exception {
        try (var cluster = TestCluster.of("sender-order", 1, 2, 3)) {
            List<TestClient> clients = cluster.clients(2, 3);
            Thread.startVirtualThread(clients.getLast()::readToEnd);
            var before = new CountDownLatch(LONG_LINES);
            Thread flooder = Thread.startVirtualThread(() -> flood(cluster, before));
            before.await();
            cluster.node(2).pause();

            cluster.printed(1).awaitLastView("1, 3");
            TestClient late = cluster.client(3);
            clients.getLast().send("still here");
            late.readUntil(clients.getLast().delivered("still here"));
            String next;
            do {
                next = late.readLine();
            } while (next != null && next.startsWith("* ")); // the view of node 3 may change later than that of node 1
            assertThat(next).endsWith(LONG_LINE);

            cluster.node(1).kill();
            flooder.join();
        }
    }

    /** Sends, and reads what others send, until the node is killed. */
    private static void flood(TestCluster cluster, CountDownLatch sent) {
        try (TestClient client = cluster.client(1)) {
            Thread reader = Thread.startVirtualThread(client::readToEnd);
            while (reader.isAlive()) {
                client.send(LONG_LINE);
                sent.countDown();
            }
        } catch (IOException killed) {
            // the end of the test
        }
    }
}
