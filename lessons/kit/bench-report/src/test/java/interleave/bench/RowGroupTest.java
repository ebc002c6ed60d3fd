package interleave.bench;

import static interleave.bench.HandMade.memoryRow;
import static interleave.bench.HandMade.row;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.bench.HandMade.Element;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowGroupTest {
    @TempDir
    private Path folder;

    @Test
    void methodsAreVariantsAndNumberIsSize() {
        List<RowGroup> groups = groups(
                row("GatherAndTasksBenchmark.virtualThreads", "tasks=1000", 2, 0),
                row("GatherAndTasksBenchmark.virtualThreads", "tasks=10", 1, 0),
                row("GatherAndTasksBenchmark.sequential", "tasks=10", 10, 0));

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.title()).isEqualTo("gather and tasks");
            assertThat(group.variants()).containsExactly("sequential", "virtual threads");
            assertThat(group.sizes().keySet()).containsExactly(10.0, 1000.0);
            assertThat(group.size(1000)).isEqualTo("1,000 tasks");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "virtualThreads, virtual threads",
        "VIRTUAL_THREADS, virtual threads",
        "poolOf1, pool of 1",
        "r2dbc, r2dbc"
    })
    void namesAreShownAsWords(String name, String words) {
        assertThat(RowGroup.words(name)).isEqualTo(words);
    }

    @Test
    void eachValueOfSecondNumberMakesGroup() {
        assertThat(groups(
                        row("ContextManagerBenchmark.jdbc", "database=h2 pauseMillis=0 reports=100", 1, 0),
                        row("ContextManagerBenchmark.jdbc", "database=h2 pauseMillis=0 reports=10", 1, 0),
                        row("ContextManagerBenchmark.jdbc", "database=h2 pauseMillis=5 reports=1", 1, 0)))
                .extracting(RowGroup::title)
                .containsExactly("context manager, pause millis 0", "context manager, pause millis 5");
    }

    @Test
    void durationIsNoSizeIfThereIsAnother() {
        assertThat(groups(row("FetchBenchmark.vertx", "latencyMillis=100 requests=1000", 110, 1)))
                .singleElement()
                .extracting(RowGroup::sizeName)
                .isEqualTo("requests");
    }

    @Test
    void wordParameterIsVariantAndMethodOnOtherRuntimeJoinsGroup() {
        List<RowGroup> groups = groups(
                row("EventLoopBenchmark.pingPong", "loop=NETTY", 1, 0),
                row("EventLoopBenchmark.pingPong", "loop=INTERLEAVE", 1, 0),
                row("EventLoopBenchmark.pingPongOnVirtualThreads", "", 1, 0));

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.title()).isEqualTo("event loop: ping pong");
            assertThat(group.variants()).containsExactly("netty", "interleave", "virtual threads");
        });
    }

    @Test
    void rowsWithMemoryAreNotComparedByTime() {
        List<RowGroup> groups = groups(
                memoryRow("MemoryBenchmark.sleep", "runtime=NETTY tasks=1000", 200, 1),
                memoryRow("MemoryBenchmark.sleep", "runtime=VERTX tasks=1000", 300, 1),
                memoryRow("MemoryBenchmark.sleepOnPlatformThreads", "tasks=1000", 40_000, 1_000));

        assertThat(groups).singleElement().satisfies(group -> {
            assertThat(group.title()).isEqualTo("memory: sleep, bytes per task");
            assertThat(group.verdicts())
                    .containsExactly("1,000 tasks: netty 200 B; vertx 300 B: 50 % more; "
                            + "platform threads 40,000 B: 200 times as much");
        });
    }

    private List<RowGroup> groups(Element... rows) {
        return RowGroup.of(HandMade.results(folder, "some.json", new Machine(Map.of()), rows)
                .rows());
    }
}
