package interleave.bench;

import static interleave.bench.HandMade.memoryRow;
import static interleave.bench.HandMade.row;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.bench.HandMade.Element;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntroductionTest {
    private static final Path BENCHMARKS = Path.of("../../../benchmarks/src/main/java");

    @TempDir
    private Path folder;

    @Test
    void everyBenchmarkIsDescribed() throws IOException {
        Set<String> types;
        try (var files = Files.walk(BENCHMARKS)) {
            types = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Benchmark.java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(toSet());
        }

        assertThat(types)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(Introduction.description(group(row(type + ".some", "", 1, 0))))
                        .as("a line for it in descriptions.properties")
                        .isPresent());
    }

    @Test
    void replacesParameters() {
        assertThat(Introduction.to(group(row("FetchBenchmark.vertx", "latencyMillis=100 requests=1000", 110, 1))))
                .contains("to a server that answers each after 100 ms.")
                .endsWith("Mean time of one call for 1,000 requests: lower is better.")
                .doesNotContain("{");
    }

    @Test
    void higherThroughputIsBetter() {
        assertThat(Introduction.to(group(
                        row("ChatServerBenchmark.netty", "clients=50", 999, "1", "ops/ms", 2),
                        row("ChatServerBenchmark.netty", "clients=200", 999, "1", "ops/ms", 2),
                        row("ChatServerBenchmark.netty", "clients=1000", 999, "1", "ops/ms", 2))))
                .endsWith("Operations per millisecond for 50, 200 and 1,000 clients: higher is better.");
    }

    @Test
    void lessMemoryIsBetter() {
        assertThat(Introduction.to(group(memoryRow("MemoryBenchmark.sleep", "tasks=1000", 138, 1))))
                .endsWith("Bytes for 1,000 tasks: lower is better.");
    }

    @Test
    void describesMethodBeforeClass() {
        assertThat(Introduction.to(group(row("EventLoopBenchmark.pingPong", "", 1, "0.1", "ops/us", 2))))
                .startsWith("Two tasks hand a number to each other");
    }

    @Test
    void introducesBenchmarkOfStudent() {
        assertThat(Introduction.to(group(row("MineBenchmark.fast", "", 1, 0.1))))
                .isEqualTo("Mean time of one call: lower is better.");
    }

    private RowGroup group(Element... rows) {
        return RowGroup.of(HandMade.results(folder, "some.json", new Machine(Map.of()), rows)
                        .rows())
                .getFirst();
    }
}
