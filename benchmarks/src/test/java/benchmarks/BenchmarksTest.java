package benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import benchmarks.ScraperBenchmark.Sources;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

@TestMethodOrder(OrderAnnotation.class)
class BenchmarksTest {
    private static final String[] CLIENTS_IN_JAVA = {"THREAD_POOL_200", "EVENT_LOOP", "VIRTUAL_THREADS", "VERTX"};

    @Test
    void theListOfBenchmarksHasEveryVersion() {
        var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

        Set<String> names = BenchmarkList.defaultList().find(silent, List.of(".*"), List.of()).stream()
                .map(benchmark -> benchmark.getUsername())
                .collect(Collectors.toSet());

        assertThat(names)
                .contains(
                        "benchmarks.GreetBenchmark.sequential",
                        "benchmarks.GreetBenchmark.threadPool",
                        "benchmarks.GreetBenchmark.eventLoop",
                        "benchmarks.GreetBenchmark.virtualThreads",
                        "benchmarks.GatherAndTasksBenchmark.sequential",
                        "benchmarks.GatherAndTasksBenchmark.threadPool",
                        "benchmarks.GatherAndTasksBenchmark.eventLoop",
                        "benchmarks.GatherAndTasksBenchmark.virtualThreads",
                        "benchmarks.CountdownBenchmark.eventLoop",
                        "benchmarks.ComputeBenchmark.sequential",
                        "benchmarks.SleepersBenchmark.gather",
                        "benchmarks.MemoryBenchmark.sleep",
                        "benchmarks.GreetBenchmark.asyncio",
                        "benchmarks.ContextManagerBenchmark.jdbcOnVirtualThreads",
                        "benchmarks.FetchBenchmark.sequential",
                        "benchmarks.FetchBenchmark.firstBatch",
                        "benchmarks.FetchBenchmark.aiohttp",
                        "benchmarks.FetchBenchmark.aiohttpDefaultPool100",
                        "benchmarks.ScraperBenchmark.sequential",
                        "benchmarks.ScraperBenchmark.threadPool",
                        "benchmarks.ScraperBenchmark.eventLoop",
                        "benchmarks.ScraperBenchmark.virtualThreads",
                        "benchmarks.ScraperBenchmark.parsing",
                        "benchmarks.LimitsBenchmark.sequential",
                        "benchmarks.LimitsBenchmark.threadPool",
                        "benchmarks.LimitsBenchmark.eventLoop",
                        "benchmarks.LimitsBenchmark.virtualThreads",
                        "benchmarks.LimitsBenchmark.semaphore",
                        "benchmarks.FetchBenchmark.threadPool50",
                        "benchmarks.FetchBenchmark.threadPool200",
                        "benchmarks.FetchBenchmark.eventLoop",
                        "benchmarks.FetchBenchmark.virtualThreads",
                        "benchmarks.FetchBenchmark.vertx",
                        "benchmarks.FetchBenchmark.vertxDefaultPool5",
                        "benchmarks.ChatServerBenchmark.eventLoop",
                        "benchmarks.ChatServerBenchmark.virtualThreads",
                        "benchmarks.ChatServerBenchmark.netty",
                        "benchmarks.ChatServerBenchmark.asyncio",
                        "benchmarks.EventLoopBenchmark.executeFromTheLoop",
                        "benchmarks.EventLoopBenchmark.waitForTheNextTurn",
                        "benchmarks.EventLoopBenchmark.executeFromOtherThreads",
                        "benchmarks.EventLoopBenchmark.sleep",
                        "benchmarks.EventLoopBenchmark.pingPong",
                        "benchmarks.EventLoopBenchmark.pingPongOnVirtualThreads",
                        "benchmarks.EventLoopBenchmark.echo");
    }

    /** First: what connections leave behind would be weighed with the waiting tasks. */
    @Test
    @Order(1)
    void everyBenchmarkRunsOnce() throws Exception {
        var options =
                once().exclude("(Fetch|Scraper|Limits|ChatServer)Benchmark").addProfiler(WaitingMemory.class);
        if (Python.here() == Python.NONE) {
            options.exclude("[aA]syncio$");
        }

        var results = new Runner(options.build()).run();

        int ofLessons = 4 + 4 + 4 + 2 * 4;
        int ofLoops = 5 * Peer.values().length + 1 + EchoServers.values().length;
        int ofSleepers = 2 * Sleepers.values().length + 1;
        int inPython = Python.here() != Python.NONE ? 5 : 0;
        assertThat(results).hasSize(ofLessons + ofLoops + ofSleepers + 4 + inPython);
        assertThat(weights(results))
                .hasSize(Sleepers.values().length + 1)
                .allSatisfy(bytes -> assertThat(bytes).isPositive());
    }

    @Test
    @Order(2)
    void everyBenchmarkOfHttpRunsOnce() throws Exception {
        var options = once().include("(Fetch|Scraper|Limits)Benchmark")
                .param("pages", "5")
                .param("limit", "2");
        if (Python.here() != Python.WITH_AIOHTTP) {
            options.exclude("aiohttp").param("client", CLIENTS_IN_JAVA);
        }

        var results = new Runner(options.build()).run();

        int aiohttp = Python.here() == Python.WITH_AIOHTTP ? 3 : 0;
        int ofFetch = 7 + CLIENTS_IN_JAVA.length;
        int ofScraper = 4 + Sources.Threads.values().length;
        int ofLimits = 4 + Turnstile.Fairness.values().length;
        assertThat(results).hasSize(ofFetch + ofScraper + ofLimits + aiohttp);
    }

    private static ChainedOptionsBuilder once() {
        return new OptionsBuilder()
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .mode(Mode.SingleShotTime)
                .param("guests", "3")
                .param("countdowns", "2")
                .param("tasks", "100")
                .param("reports", "3")
                .param("producers", "2")
                .param("connections", "100")
                .param("requests", "10")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
    }

    private static List<Double> weights(Collection<RunResult> results) {
        var weights = new ArrayList<Double>();
        for (RunResult result : results) {
            for (Result<?> measured : result.getSecondaryResults().values()) {
                if (measured.getLabel().equals("bytesPerTask")) {
                    weights.add(measured.getScore());
                }
            }
        }
        return weights;
    }
}
