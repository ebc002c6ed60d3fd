package benchmarks.blockingtheloop;

import benchmarks.quick.ExcludedFromQuick;
import blockingtheloop.PrimeCounter;
import blockingtheloop.Sequential;
import blockingtheloop.WithEventLoop;
import blockingtheloop.WithParallelStream;
import blockingtheloop.WithThreadPool;
import blockingtheloop.WithVirtualThreads;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The versions of lesson 18 that compute: eight counts of primes, which take about 10 ms each. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(because = "the topic compute measures the same with more tasks")
public class BlockingTheLoopBenchmark {

    private static final List<Integer> LIMITS = Collections.nCopies(8, 200_000);
    private static final List<Long> COUNTS = Collections.nCopies(8, 17_984L);

    @Benchmark
    public void sequential() throws Exception {
        count(new Sequential());
    }

    /** One thread computes all, and blocks the loop for that long. */
    @Benchmark
    public void eventLoop() throws Exception {
        count(new WithEventLoop());
    }

    @Benchmark
    public void poolOf1() throws Exception {
        count(new WithThreadPool(1));
    }

    @Benchmark
    public void poolOf2() throws Exception {
        count(new WithThreadPool(2));
    }

    @Benchmark
    public void poolOf4() throws Exception {
        count(new WithThreadPool(4));
    }

    @Benchmark
    public void virtualThreads() throws Exception {
        count(new WithVirtualThreads());
    }

    /** On the common pool and on the calling thread. */
    @Benchmark
    public void parallelStream() throws Exception {
        count(new WithParallelStream());
    }

    private static void count(PrimeCounter version) throws Exception {
        var counts = version.count(LIMITS);
        if (!counts.equals(COUNTS)) {
            throw new AssertionError("Expected 8 times 17,984 primes, but counted " + counts);
        }
    }
}
