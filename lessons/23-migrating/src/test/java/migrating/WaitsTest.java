package migrating;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import migrating.sources.MeasuredDatabase;
import migrating.sources.Sources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pool of connections becomes the queue: how long the steps wait for one. */
class WaitsTest {

    private static MeasuredDatabase waits(Steps step, int shops, int connections) throws Exception {
        var measured = new MeasuredDatabase[1];
        VirtualTime.run(() -> {
            try (var sources = new TestSources(shops, connections)) {
                var all = sources.sources();
                measured[0] = new MeasuredDatabase(all.database());
                step.with(connections)
                        .write(
                                new Sources(all.shops(), measured[0], all.stock(), all.folder()),
                                Steps.CURRENCY,
                                line -> {});
            }
        });
        return measured[0];
    }

    @ParameterizedTest
    @EnumSource(names = {"SEQUENTIAL", "INDEPENDENT_SHOPS", "THREAD_POOL", "PARALLEL_STREAM"})
    void withAtMostAsManyThreadsAsConnectionsThereIsNoWait(Steps step) throws Exception {
        assertThat(waits(step, 40, 10).longest()).isEqualTo(ZERO);
    }

    @ParameterizedTest
    @EnumSource(names = {"VIRTUAL_THREADS", "NO_LOCK", "PARTS_AT_ONCE", "EVENT_LOOP"})
    void withAThreadForEachShopTheLastTenWaitForThreeQueries(Steps step) throws Exception {
        var waits = waits(step, 40, 10);

        assertThat(waits.longest()).isEqualTo(ofMillis(300));
        assertThat(waits.mean()).isEqualTo(ofMillis(150));
    }

    @Test
    void heldConnectionsMakeThemWaitForThreeShops() throws Exception {
        assertThat(waits(Steps.CONNECTION_HELD, 40, 10).longest()).isEqualTo(ofMillis(960));
    }

    @ParameterizedTest
    @CsvSource({"40, 10, 300", "40, 20, 100", "40, 40, 0", "100, 10, 900"})
    void waitDependsOnShopsPerConnection(int shops, int connections, long millis) throws Exception {
        assertThat(waits(Steps.PARTS_AT_ONCE, shops, connections).longest()).isEqualTo(ofMillis(millis));
    }
}
