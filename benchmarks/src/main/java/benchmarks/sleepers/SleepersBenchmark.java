package benchmarks.sleepers;

import benchmarks.peers.TaskRuntime;
import benchmarks.python.Asyncio;
import benchmarks.quick.ExcludedFromQuick;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Many tasks that sleep one millisecond and are gathered, as in lessons 03 and 05. What it takes beyond that
 * millisecond is the runtime's own cost.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"})
@ExcludedFromQuick(
        rows = {"runtime=INTERLEAVE_FUTURES", "runtime=NETTY_FUTURES"},
        because = "a quick run compares tasks only")
@ExcludedFromQuick(
        rows = {"tasks=100000", "tasks=1000000"},
        because = "a call takes a second")
public class SleepersBenchmark {
    private static final Duration SLEEP = Duration.ofMillis(1);

    @Benchmark
    public void gather(SleeperCount sleepers, SleeperRuntime with) throws Exception {
        int gathered = with.runtime.gather(sleepers.tasks, SLEEP);
        if (gathered != sleepers.tasks) {
            throw new AssertionError("Expected " + with.runtime + " to gather " + sleepers.tasks
                    + " tasks, but it gathered " + gathered);
        }
    }

    @Benchmark
    public void gatherOnAsyncio(AsyncioSleepers python, SleeperCount sleepers) throws IOException {
        python.asyncio.run(sleepers.tasks);
    }

    /** The number of tasks that sleep at once. */
    @State(Scope.Benchmark)
    public static class SleeperCount {
        @Param({"10000", "100000", "1000000"})
        public int tasks;
    }

    /** The runtime that runs them. */
    @State(Scope.Benchmark)
    public static class SleeperRuntime {
        @Param
        public TaskRuntime runtime;
    }

    /** The same with asyncio. */
    @State(Scope.Benchmark)
    public static class AsyncioSleepers {
        private Asyncio asyncio;

        @Setup(Level.Trial)
        public void start() throws IOException {
            asyncio = Asyncio.workload("sleepers");
            asyncio.check(3, List.of("3 have slept"));
        }

        @TearDown(Level.Trial)
        public void stop() {
            asyncio.close();
        }
    }
}
