package manymachines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real faults of real processes. */
class FaultsTest {

    @ParameterizedTest
    @ValueSource(strings = {"sender-order", "total-order"})
    void othersGoOnWhenOneNodeIsKilled(String version) throws Exception {
        try (var cluster = TestCluster.of(version, 1, 2, 3)) {
            List<TestClient> clients = cluster.clients(1, 2, 3);

            cluster.node(2).kill();

            cluster.awaitView(1, 3);
            clients.getFirst().send("still here");
            assertThat(clients.getLast().readUntil(clients.getFirst().delivered("still here")))
                    .containsExactly("* Node 2 is gone. Still here: 1, 3.");
        }
    }
}
