package manymachines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real faults of real processes. Most of them take the time that a cluster needs to notice them, and are slow. */
class FaultsTest {
    private static final int MOST_BREAKS = 50;
    private static final long TEN_SECONDS = TimeUnit.SECONDS.toNanos(10);

    /** The two faults that are noticed at once. */
    @Tag("slow")
    @Test
    void livingNodesLoseNothingWhenConnectionsBreakAndOneIsKilled() throws Exception {
        try (var cluster = TestCluster.of("sender-order", 1, 2, 3)) {
            List<TestClient> clients = cluster.clients(1, 2, 3);
            var first = Traffic.start(clients.getFirst());
            var third = Traffic.start(clients.getLast());

            for (int line = 10; line <= 100; line += 10) {
                clients.getFirst().readUntil(third.delivered(line));
                cluster.node(1).command(Node.BREAK);
            }
            cluster.node(2).kill();
            cluster.awaitView(1, 3);
            first.end();
            third.end();

            assertAll(cluster, first.receivedBy(clients.getLast()), first.delivered());
            assertAll(cluster, third.receivedBy(clients.getFirst()), withoutFirst(100, third.delivered()));
            assertThat(clients.get(1).readToEnd()).contains(first.delivered(1));
            cluster.start(2);
            cluster.awaitView(1, 2, 3);
        }
    }

    @Tag("slow")
    @Test
    void livingNodesLoseNothingWhenOneIsKilledInTotalOrder() throws Exception {
        try (var cluster = TestCluster.of("total-order", 1, 2, 3)) {
            List<TestClient> clients = cluster.clients(1, 2, 3);
            var first = Traffic.start(clients.getFirst());
            var third = Traffic.start(clients.getLast());
            clients.getFirst().readUntil(third.delivered(100));

            cluster.node(2).kill();
            cluster.awaitView(1, 3);
            first.end();
            third.end();

            assertAll(cluster, first.receivedBy(clients.getLast()), first.delivered());
            assertAll(cluster, third.receivedBy(clients.getFirst()), withoutFirst(100, third.delivered()));
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
            var traffic = Traffic.start(clients.getFirst());
            clients.getLast().readUntil(traffic.delivered(50));

            cluster.start(3);
            TestClient late = cluster.client(3);
            String next = traffic.next(late);
            traffic.end();

            assertAll(cluster, traffic.receivedBy(clients.getLast()), withoutFirst(50, traffic.delivered()));
            int missed = traffic.delivered().indexOf(next);
            assertThat(missed).isGreaterThanOrEqualTo(50);
            assertAll(cluster, traffic.receivedBy(late), withoutFirst(missed + 1, traffic.delivered()));
        }
    }

    /** If lines are missing, what the nodes have printed tells whether one of them was excluded. */
    private static void assertAll(TestCluster cluster, List<String> received, List<String> expected) {
        var missing = new LinkedHashSet<>(expected);
        received.forEach(missing::remove);
        assertThat(missing)
                .as("missing lines; the nodes: %s", cluster.printed())
                .isEmpty();
        assertThat(received).isEqualTo(expected);
    }

    private static List<String> withoutFirst(int count, List<String> lines) {
        return lines.subList(count, lines.size());
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

    /** Whether a line is in transit when a connection breaks is chance, so it breaks until a line is missing. */
    @Test
    void tcpMeshLosesLinesWhenConnectionsBreak() throws Exception {
        try (var cluster = TestCluster.of("tcp-mesh", 1, 2)) {
            List<TestClient> clients = cluster.clients(1, 2);
            var traffic = Traffic.start(clients.getFirst());
            var received = new ArrayList<String>();

            int breaks = 0;
            do {
                cluster.node(1).command(Node.BREAK);
                breaks++;
                while (received.size() < 50 * breaks) {
                    received.add(traffic.next(clients.getLast()));
                }
            } while (received.contains(traffic.delivered(received.size())) && breaks < MOST_BREAKS);
            traffic.end();
            received.addAll(traffic.receivedBy(clients.getLast()));

            assertThat(received).hasSizeLessThan(traffic.delivered().size());
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
