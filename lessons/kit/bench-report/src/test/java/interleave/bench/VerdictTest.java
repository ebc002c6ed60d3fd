package interleave.bench;

import static interleave.bench.HandMade.row;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.bench.HandMade.Element;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictTest {
    @TempDir
    private Path folder;

    @Test
    void groupsVariantsWithOverlappingIntervals() {
        assertThat(verdicts(
                        row("GreetBenchmark.virtualThreads", "guests=1000", 1.8, 0.3),
                        row("GreetBenchmark.eventLoop", "guests=1000", 1.4, 0.2),
                        row("GreetBenchmark.sequential", "guests=1000", 1081, 4)))
                .containsExactly("1,000 guests: event loop 1.40 ms, virtual threads 1.80 ms: not distinguishable; "
                        + "sequential 1,081 ms: 670 to 900 times slower than event loop");
    }

    @Test
    void quantifiesDifferenceOfSeparateIntervals() {
        assertThat(verdicts(
                        row("GreetBenchmark.eventLoop", "guests=3", 10, 0.1),
                        row("GreetBenchmark.threadPool", "guests=3", 12.5, 0.1),
                        row("GreetBenchmark.sequential", "guests=3", 100, 1)))
                .containsExactly(
                        "3 guests: event loop 10.0 ms; thread pool 12.5 ms: 25 % slower; sequential 100 ms: 10 times "
                                + "slower");
    }

    @Test
    void reportsOverlapWithOneOfTheBest() {
        assertThat(verdicts(
                        row("GreetBenchmark.eventLoop", "guests=3", 10, 1),
                        row("GreetBenchmark.virtualThreads", "guests=3", 11.5, 1),
                        row("GreetBenchmark.threadPool", "guests=3", 13, 1)))
                .singleElement()
                .asString()
                .contains(
                        "event loop 10.0 ms, virtual threads 11.5 ms: not distinguishable",
                        "thread pool 13.0 ms: 9 to 56 % slower than event loop, but not distinguishable from virtual"
                                + " threads");
    }

    @Test
    void fewMeasurementsGiveNoVerdict() {
        assertThat(verdicts(
                        row("GreetBenchmark.eventLoop", "guests=3", 1, "\"NaN\"", "ms/op", 1),
                        row("GreetBenchmark.sequential", "guests=3", 3, "\"NaN\"", "ms/op", 1)))
                .containsExactly("3 guests: event loop 1.00 ms, sequential 3.00 ms: measured too briefly to tell");
    }

    @Test
    void wideIntervalsAreNotCalledIndistinguishable() {
        assertThat(verdicts(
                        row("SleepersBenchmark.eventLoop", "tasks=10000", 2.57, 0.5),
                        row("SleepersBenchmark.netty", "tasks=10000", 2.7, 0.5),
                        row("SleepersBenchmark.kotlin", "tasks=10000", 11.6, 15),
                        row("SleepersBenchmark.asyncio", "tasks=10000", 113, 13)))
                .containsExactly("10,000 tasks: event loop 2.57 ms, netty 2.70 ms: not distinguishable; "
                        + "kotlin 11.6 ms: measured too briefly to tell; "
                        + "asyncio 113 ms: 33 to 61 times slower than event loop");
    }

    @Test
    void wideIntervalIsNotTheBestIfOthersMayBeBetter() {
        assertThat(verdicts(
                        row("SleepersBenchmark.kotlin", "tasks=10", 1, 15),
                        row("SleepersBenchmark.eventLoop", "tasks=10", 2, 0.1),
                        row("SleepersBenchmark.netty", "tasks=10", 4, 0.1)))
                .containsExactly("10 tasks: event loop 2.00 ms; kotlin 1.00 ms: measured too briefly to tell; "
                        + "netty 4.00 ms: 2 times slower");
    }

    @Test
    void wideIntervalsThatDoNotOverlapAreDistinguishable() {
        assertThat(verdicts(
                        row("GreetBenchmark.eventLoop", "guests=3", 1, 0.1),
                        row("GreetBenchmark.sequential", "guests=3", 100, 60)))
                .containsExactly("3 guests: event loop 1.00 ms; sequential 100 ms: 36 to 180 times slower");
    }

    @Test
    void onlyWideIntervalsGiveNoVerdict() {
        assertThat(verdicts(
                        row("GreetBenchmark.eventLoop", "guests=3", 2.2, 5.66),
                        row("GreetBenchmark.sequential", "guests=3", 3.78, 4.91)))
                .containsExactly("3 guests: event loop 2.20 ms, sequential 3.78 ms: measured too briefly to tell");
    }

    @Test
    void doesNotCompareVariantThatTheSetUpSlowsDown() {
        Element[] onH2 = {
            row("ContextManagerBenchmark.jdbcSequential", "database=h2 pauseMillis=5 reports=10", 100, 1),
            row("ContextManagerBenchmark.jdbcOnThreadPool", "database=h2 pauseMillis=5 reports=10", 11, 1),
            row("ContextManagerBenchmark.vertxOnEventLoop", "database=h2 pauseMillis=5 reports=10", 99, 1)
        };
        Element[] onPostgresql = {
            row("ContextManagerBenchmark.jdbcOnThreadPool", "database=postgresql reports=10", 11, 1),
            row("ContextManagerBenchmark.vertxOnEventLoop", "database=postgresql reports=10", 33, 1)
        };

        assertThat(verdicts(onH2))
                .containsExactly("10 reports: jdbc on thread pool 11.0 ms; jdbc sequential 100 ms: 9.1 times slower; "
                        + "vertx on event loop 99.0 ms: not compared, see the note");
        assertThat(verdicts(onPostgresql)).singleElement().asString().contains("vertx on event loop 33.0 ms: 2.7 to");
    }

    @Test
    void singleJvmWidensTheIntervals() {
        Element[] twoJvms = {
            row("GreetBenchmark.eventLoop", "guests=3", 10, 0.1), row("GreetBenchmark.threadPool", "guests=3", 12, 0.1)
        };
        Element[] oneJvm = {
            row("GreetBenchmark.eventLoop", "guests=3", 10, "0.1", "ms/op", 1),
            row("GreetBenchmark.threadPool", "guests=3", 12, "0.1", "ms/op", 1)
        };

        assertThat(verdicts(twoJvms).getFirst()).contains("20 % slower");
        assertThat(verdicts(oneJvm).getFirst()).contains("not distinguishable");
    }

    @Test
    void intervalThatContainsZeroLeavesRatioUnbounded() {
        assertThat(verdicts(
                        row("GreetBenchmark.eventLoop", "guests=3", 1, 1.5),
                        row("GreetBenchmark.sequential", "guests=3", 100, 1)))
                .containsExactly("3 guests: event loop 1.00 ms; sequential 100 ms: at least 40 times slower");
    }

    @Test
    void higherThroughputIsBetter() {
        assertThat(verdicts(
                        row("EventLoopBenchmark.pingPong", "loop=NETTY", 10, "0.1", "ops/us", 2),
                        row("EventLoopBenchmark.pingPong", "loop=INTERLEAVE", 20, "0.1", "ops/us", 2)))
                .containsExactly("interleave 20.0 ops/us; netty 10.0 ops/us: 2 times slower");
    }

    @Test
    void showsTimesInReadableUnits() {
        assertThat(Map.of("us/op", 12_000.0, "s/op", 0.0000012, "ms/op", 100_000.0, "ns/op", 12.0))
                .allSatisfy((unit, score) -> assertThat(new Metric(score, 0, unit, 2).amount())
                        .isIn("12.0 ms", "1.20 us", "100 s", "12.0 ns"));
    }

    private List<String> verdicts(Element... rows) {
        Results results = HandMade.results(folder, "some.json", new Machine(Map.of()), rows);
        return RowGroup.of(results.rows()).stream()
                .flatMap(group -> group.verdicts().stream())
                .toList();
    }
}
