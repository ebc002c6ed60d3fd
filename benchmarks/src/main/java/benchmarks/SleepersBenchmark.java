package benchmarks;

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
 * Lessons 03 and 05, and what else there is for it: many tasks that sleep one millisecond and are gathered. What it
 * takes beyond that millisecond is a runtime's own cost.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"})
public class SleepersBenchmark {
    private static final Duration SLEEP = Duration.ofMillis(1);

    @Benchmark
    public void gather(Tasks tasks, Contender with) throws Exception {
        int gathered = with.runtime.gather(tasks.tasks, SLEEP);
        if (gathered != tasks.tasks) {
            throw new AssertionError(with.runtime + " has gathered " + gathered + " of " + tasks.tasks);
        }
    }

    @Benchmark
    public void gatherOnAsyncio(InPython python) throws IOException {
        python.asyncio.run();
    }

    /** How many sleep at once. */
    @State(Scope.Benchmark)
    public static class Tasks {
        @Param({"10000", "100000", "1000000"})
        public int tasks;
    }

    /** What runs them. */
    @State(Scope.Benchmark)
    public static class Contender {
        @Param
        public Sleepers runtime;
    }

    /** The same with asyncio. */
    @State(Scope.Benchmark)
    public static class InPython {
        private Asyncio asyncio;

        @Setup(Level.Trial)
        public void start(Tasks tasks) throws IOException {
            asyncio = Asyncio.compared("sleepers", 3, List.of("3 have slept"), tasks.tasks);
        }

        @TearDown(Level.Trial)
        public void stop() throws IOException {
            asyncio.close();
        }
    }
}
