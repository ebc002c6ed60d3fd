package manymachines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real faults of real processes. Most of them take the time that a cluster needs to notice them, and are slow. */
class FaultsTest {
    private static final int LINES = 300;
    private static final long TEN_SECONDS = TimeUnit.SECONDS.toNanos(10);

    /** The two faults that are noticed at once. */
    @Test
    void livingNodesLoseNothingWhenConnectionsBreakAndOneIsKilled() throws Exception {
        try (var cluster = TestCluster.of("sender-order", 1, 2, 3)) {
            List<TestClient> clients = cluster.clients(1, 2, 3);
            var first = Traffic.of(clients.getFirst(), LINES, 5);
            var third = Traffic.of(clients.getLast(), LINES, 5);

            clients.getFirst().readUntil(clients.getLast().delivered("line 50"));
            cluster.node(1).command(Node.BREAK);
            clients.getFirst().readUntil(clients.getLast().delivered("line 100"));
            cluster.node(2).kill();

            assertThat(first.receivedBy(clients.getLast())).isEqualTo(first.delivered());
            assertThat(third.receivedBy(clients.getFirst())).hasSize(LINES - 100);
            cluster.awaitView(1, 3);
            assertThat(clients.get(1).readToEnd()).contains(first.delivered().getFirst());
            cluster.start(2);
            cluster.awaitView(1, 2, 3);
        }
    }

    @Tag("slow")
    @Test
    void livingNodesLoseNothingWhenOneIsKilledInTotalOrder() throws Exception {
        try (var cluster = TestCluster.of("total-order", 1, 2, 3)) {
            List<TestClient> clients = cluster.clients(1, 2, 3);
            var first = Traffic.of(clients.getFirst(), LINES, 5);
            var third = Traffic.of(clients.getLast(), LINES, 5);
            clients.getFirst().readUntil(clients.getLast().delivered("line 100"));

            cluster.node(2).kill();

            assertThat(first.receivedBy(clients.getLast())).isEqualTo(first.delivered());
            assertThat(third.receivedBy(clients.getFirst())).hasSize(LINES - 100);
            cluster.awaitView(1, 3);
        }
    }

    /** The oldest node begins the cluster, and decides about views and, with total order, about the order. */
    @Tag("slow")
    @Test
    void othersGoOnWhenOldestNodeIsKilled() throws Exception {
        try (var cluster = TestCluster.of("total-order", 1)) {
            cluster.start(2, 3);
            cluster.awaitView(1, 2, 3);
            List<TestClient> clients = cluster.clients(2, 3);

            cluster.node(1).kill();

            clients.getFirst().send("still here?");
            clients.getLast().readUntil("* Node 1 is gone. Still here: 2, 3.");
            clients.getLast().send("yes");
            clients.getFirst().readUntil(clients.getLast().delivered("yes"));
        }
    }

    @Tag("slow")
    @Test
    void nodeStoppedForTenSecondsIsExcludedAndComesBack() throws Exception {
        try (var cluster = TestCluster.of("sender-order", 1, 2, 3)) {
            List<TestClient> clients = cluster.clients(1, 2, 3);

            cluster.node(2).pause();
            long stopped = System.nanoTime();
            cluster.printed(1).awaitLastView("1, 3");
            cluster.printed(3).awaitLastView("1, 3");
            clients.getFirst().send("without you");
            clients.getLast().readUntil(clients.getFirst().delivered("without you"));
            TimeUnit.NANOSECONDS.sleep(TEN_SECONDS - (System.nanoTime() - stopped));
            cluster.node(2).resume();

            cluster.awaitView(1, 2, 3);
            clients.get(1).send("I am back");
            clients.getFirst().readUntil(clients.get(1).delivered("I am back"));
            clients.getLast().readUntil(clients.get(1).delivered("I am back"));
        }
    }

    @Tag("slow")
    @Test
    void joiningNodeReceivesAllFromThenOn() throws Exception {
        try (var cluster = TestCluster.of("sender-order", 1, 2)) {
            List<TestClient> clients = cluster.clients(1, 2);
            var traffic = Traffic.of(clients.getFirst(), 1_000, 3);

            cluster.start(3);
            TestClient late = cluster.client(3);

            assertThat(traffic.receivedBy(clients.getLast())).isEqualTo(traffic.delivered());
            List<String> received = traffic.receivedBy(late);
            assertThat(received).hasSizeLessThan(1_000).isEqualTo(lastOf(traffic.delivered(), received.size()));
        }
    }

    private static List<String> lastOf(List<String> lines, int count) {
        return lines.subList(lines.size() - count, lines.size());
    }

    @Tag("slow")
    @Test
    void bothHalvesGoOnAndAgreeAfterwards() throws Exception {
        try (var cluster = TestCluster.of("sender-order", 1, 2, 3)) {
            List<TestClient> clients = cluster.clients(1, 2, 3);

            cluster.split(3);

            clients.getFirst().readUntil("* Node 3 is gone. Still here: 1, 2.");
            clients.getLast().readUntil("* Nodes 1, 2 are gone. Still here: 3.");
            clients.getFirst().send("only for two");
            clients.get(1).readUntil(clients.getFirst().delivered("only for two"));

            cluster.heal();

            String together = "* Together again: 1, 2, 3. Neither part has received the lines of the other.";
            clients.getFirst().readUntil(together);
            assertThat(clients.getLast().readUntil(together))
                    .doesNotContain(clients.getFirst().delivered("only for two"));
            clients.getLast().send("for all");
            clients.getFirst().readUntil(clients.getLast().delivered("for all"));
            clients.get(1).readUntil(clients.getLast().delivered("for all"));
        }
    }

    @Test
    void tcpMeshLosesLinesWhenConnectionsBreak() throws Exception {
        try (var cluster = TestCluster.of("tcp-mesh", 1, 2)) {
            List<TestClient> clients = cluster.clients(1, 2);
            var traffic = Traffic.of(clients.getFirst(), LINES, 3);
            clients.getLast().readUntil(clients.getFirst().delivered("line 100"));

            cluster.node(1).command(Node.BREAK);
            traffic.awaitSent();

            assertThat(traffic.receivedBy(clients.getLast())).hasSizeLessThan(LINES - 100);
        }
    }

    @Tag("slow")
    @Test
    void nodesStartedAtOnceFormOneCluster() throws Exception {
        try (var cluster = TestCluster.of("sender-order", 1, 2, 3, 4, 5)) {
            for (int node = 1; node <= 5; node++) {
                assertThat(cluster.printed(node).all()).noneMatch(line -> line.endsWith("(merged)"));
            }
        }
    }
}
