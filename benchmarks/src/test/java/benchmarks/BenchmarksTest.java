package benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

class BenchmarksTest {

    @Test
    void theListOfBenchmarksHasEveryVersion() {
        var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

        Set<String> names = BenchmarkList.defaultList().find(silent, List.of(".*"), List.of()).stream().map(
                benchmark -> benchmark.getUsername()).collect(Collectors.toSet());

        assertThat(names).contains("benchmarks.GreetBenchmark.sequential", "benchmarks.GreetBenchmark.threadPool",
                "benchmarks.GreetBenchmark.eventLoop", "benchmarks.GreetBenchmark.virtualThreads",
                "benchmarks.GatherAndTasksBenchmark.sequential", "benchmarks.GatherAndTasksBenchmark.threadPool",
                "benchmarks.GatherAndTasksBenchmark.eventLoop", "benchmarks.GatherAndTasksBenchmark.virtualThreads",
                "benchmarks.ContextManagerBenchmark.jdbcOnVirtualThreads", "benchmarks.FetchBenchmark.sequential",
                "benchmarks.FetchBenchmark.threadPool10", "benchmarks.FetchBenchmark.threadPool50",
                "benchmarks.FetchBenchmark.threadPool200", "benchmarks.FetchBenchmark.eventLoop",
                "benchmarks.FetchBenchmark.virtualThreads", "benchmarks.FetchBenchmark.vertx",
                "benchmarks.EventLoopBenchmark.executeFromTheLoop", "benchmarks.EventLoopBenchmark.waitForTheNextTurn",
                "benchmarks.EventLoopBenchmark.executeFromOtherThreads", "benchmarks.EventLoopBenchmark.sleep",
                "benchmarks.EventLoopBenchmark.pingPong", "benchmarks.EventLoopBenchmark.pingPongOnVirtualThreads",
                "benchmarks.EventLoopBenchmark.echo");
    }

    @Test
    void everyBenchmarkRunsOnce() throws Exception {
        var once = new OptionsBuilder().forks(0).warmupIterations(0).measurementIterations(1).mode(Mode.SingleShotTime)
                .param("guests", "3").param("tasks", "100").param("reports", "3").param("producers", "2")
                .param("connections", "100").param("requests", "10").verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true).build();

        var results = new Runner(once).run();

        assertThat(results).hasSize(4 + 4 + 8 + 2 * 4 + 5 * Peer.values().length + 1 + EchoServers.values().length);
    }
}
