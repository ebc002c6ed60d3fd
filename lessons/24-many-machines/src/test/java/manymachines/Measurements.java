package manymachines;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures the numbers of the table in README.md, with real processes. Run it on a quiet machine. */
final class Measurements {
    private static final int LINES = 5_000;
    private static final int ROUND_TRIPS = 500;
    private static final int DEATHS = 3;

    private Measurements() {}

    static void main() throws Exception {
        for (String version : List.of("tcp-mesh", "sender-order", "total-order")) {
            for (int nodes = 1; nodes <= 3; nodes++) {
                int[] numbers = IntStream.rangeClosed(1, nodes).toArray();
                try (var cluster = new TestCluster(version, 3)) {
                    cluster.start(numbers);
                    cluster.awaitView(numbers);
                    IO.println("%s, %d nodes: %,d lines a second"
                            .formatted(version, nodes, linesPerSecond(cluster, nodes)));
                    IO.println("%s, through node 1 and node %d: %d us there and back"
                            .formatted(version, nodes, roundTrip(cluster, nodes)));
                }
            }
            IO.println("%s: a death is noticed after %d ms".formatted(version, noticed(version)));
        }
    }

    /** A client of the first node sends, and one of the last node receives. */
    private static long linesPerSecond(TestCluster cluster, int last) throws Exception {
        List<TestClient> clients = cluster.clients(1, last);
        long best = 0;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            for (int number = 1; number <= LINES; number++) {
                clients.getFirst().send("line " + number);
            }
            clients.getLast().readUntil(clients.getFirst().delivered("line " + LINES));
            best = Math.max(best, LINES * 1_000_000_000L / (System.nanoTime() - start));
        }
        return best;
    }

    /** The median, in microseconds. The second client answers each line. */
    private static long roundTrip(TestCluster cluster, int last) throws Exception {
        List<TestClient> clients = cluster.clients(1, last);
        long[] times = new long[ROUND_TRIPS];
        for (int number = 0; number < ROUND_TRIPS; number++) {
            long start = System.nanoTime();
            clients.getFirst().send("ping " + number);
            clients.getLast().readUntil(clients.getFirst().delivered("ping " + number));
            clients.getLast().send("pong " + number);
            clients.getFirst().readUntil(clients.getLast().delivered("pong " + number));
            times[number] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return TimeUnit.NANOSECONDS.toMicros(times[ROUND_TRIPS / 2]);
    }

    /** The median, in milliseconds, from the kill to the last view without the node. */
    private static long noticed(String version) throws Exception {
        long[] times = new long[DEATHS];
        try (var cluster = new TestCluster(version, 3)) {
            cluster.start(1, 2, 3);
            for (int death = 0; death < DEATHS; death++) {
                cluster.awaitView(1, 2, 3);
                long start = System.nanoTime();
                cluster.node(3).kill();
                cluster.awaitView(1, 2);
                times[death] = System.nanoTime() - start;
                cluster.start(3);
            }
        }
        return TimeUnit.NANOSECONDS.toMillis(
                Stream.of(times).flatMapToLong(Arrays::stream).sorted().toArray()[DEATHS / 2]);
    }
}
