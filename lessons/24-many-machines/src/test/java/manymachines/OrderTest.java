package manymachines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two clients send at the same time, and two others read: at node 1 and at node 2. */
@Tag("slow")
class OrderTest {
    private static final int LINES = 200;
    private static final int MOST_ROUNDS = 50;

    @Test
    void readersMayReceiveTwoSendersInDifferentOrders() throws Exception {
        try (var cluster = TestCluster.of("sender-order", 1, 2)) {
            List<TestClient> clients = cluster.clients(1, 2, 1, 2);
            int round = 0;
            List<List<String>> received;
            do {
                received = round(clients);
                round++;
            } while (received.getFirst().equals(received.getLast()) && round < MOST_ROUNDS);

            assertThat(received.getFirst())
                    .isNotEqualTo(received.getLast())
                    .containsExactlyInAnyOrderElementsOf(received.getLast());
        }
    }

    @Test
    void readersReceiveTwoSendersInTheSameTotalOrder() throws Exception {
        try (var cluster = TestCluster.of("total-order", 1, 2)) {
            List<TestClient> clients = cluster.clients(1, 2, 1, 2);
            for (int round = 0; round < 5; round++) {
                List<List<String>> received = round(clients);

                assertThat(received.getFirst()).isEqualTo(received.getLast());
            }
        }
    }

    /** The first two clients send, and the other two read. The lines of each sender are in order. */
    private static List<List<String>> round(List<TestClient> clients) throws IOException {
        List<TestClient> senders = clients.subList(0, 2);
        for (int number = 1; number <= LINES; number++) {
            for (TestClient sender : senders) {
                sender.send("line " + number);
            }
        }
        var received = new ArrayList<List<String>>();
        for (TestClient reader : clients.subList(2, 4)) {
            List<String> lines = read(reader, 2 * LINES);
            for (TestClient sender : senders) {
                assertThat(lines).containsSubsequence(delivered(sender));
            }
            received.add(lines);
        }
        return received;
    }

    private static List<String> delivered(TestClient sender) {
        return IntStream.rangeClosed(1, LINES)
                .mapToObj(number -> sender.delivered("line " + number))
                .toList();
    }

    private static List<String> read(TestClient reader, int count) throws IOException {
        var lines = new ArrayList<String>();
        while (lines.size() < count) {
            String line = reader.readLine();
            if (line.contains(": line ")) {
                lines.add(line);
            }
        }
        return lines;
    }
}
