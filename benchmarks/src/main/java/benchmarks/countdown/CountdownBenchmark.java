package benchmarks.countdown;

import benchmarks.output.StandardOutput;
import benchmarks.python.Asyncio;
import countdown.Countdown;
import countdown.Counter;
import countdown.Sequential;
import countdown.WithEventLoop;
import countdown.WithThreadPool;
import countdown.WithVirtualThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Lesson 02: countdowns from three, with pauses of one millisecond: what a version takes beyond three milliseconds is
 * its own cost. The pool has a thread for each countdown.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class CountdownBenchmark {
    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final int FROM = 3;

    @Benchmark
    public void sequential(Countdowns countdowns) throws Exception {
        countdowns.count(new Sequential());
    }

    @Benchmark
    public void threadPool(Countdowns countdowns) throws Exception {
        countdowns.count(new WithThreadPool(countdowns.countdowns));
    }

    @Benchmark
    public void eventLoop(Countdowns countdowns) throws Exception {
        countdowns.count(new WithEventLoop());
    }

    @Benchmark
    public void virtualThreads(Countdowns countdowns) throws Exception {
        countdowns.count(new WithVirtualThreads());
    }

    @Benchmark
    public void asyncio(AsyncioCountdowns python, Countdowns countdowns) throws IOException {
        python.asyncio.run(countdowns.countdowns);
    }

    /** The countdowns. Nothing is measured unless all versions print the same numbers. */
    @State(Scope.Benchmark)
    public static class Countdowns {
        @Param({"2", "100"})
        public int countdowns;

        private final StandardOutput output = new StandardOutput();
        private List<Countdown> all = List.of();
        private List<String> linesOfTwo = List.of();

        @Setup(Level.Trial)
        public void prepare() throws Exception {
            all = countdowns(countdowns);
            linesOfTwo = output.<Counter>compare(
                    counter -> counter.countDown(countdowns(2), PAUSE),
                    new Sequential(),
                    new WithThreadPool(2),
                    new WithEventLoop(),
                    new WithVirtualThreads());
            output.mute();
        }

        private static List<Countdown> countdowns(int count) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(number -> new Countdown("Countdown " + number, FROM))
                    .toList();
        }

        @TearDown(Level.Trial)
        public void restoreOutput() {
            output.restore();
        }

        void count(Counter counter) throws Exception {
            counter.countDown(all, PAUSE);
        }
    }

    /** The same with asyncio. */
    @State(Scope.Benchmark)
    public static class AsyncioCountdowns {
        private Asyncio asyncio;

        @Setup(Level.Trial)
        public void start(Countdowns countdowns) throws IOException {
            asyncio = Asyncio.workload("countdown");
            asyncio.check(2, countdowns.linesOfTwo);
        }

        @TearDown(Level.Trial)
        public void stop() {
            asyncio.close();
        }
    }
}
