package benchmarks.compute;

import benchmarks.quick.ExcludedFromQuick;
import interleave.eventloop.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Work that computes and never waits: about a millisecond for each task. There is no waiting to overlap, so the
 * speed-up is at most the number of processors.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(
        rows = {"tasks=1", "tasks=10"},
        because = "100 tasks show the most")
public class ComputeBenchmark {
    private static final int LIMIT = 60_000;
    /** The number of primes below {@link #LIMIT}. */
    private static final int PRIMES = 6_057;

    @Param({"1", "10", "100"})
    public int tasks;

    private final Callable<Integer> countPrimes = ComputeBenchmark::countPrimes;

    /** Nothing is measured unless the count is right. */
    @Setup
    public void checkCount() {
        check(1, List.of(countPrimes()));
    }

    private static int countPrimes() {
        return (int) IntStream.range(2, LIMIT).filter(ComputeBenchmark::isPrime).count();
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    @Benchmark
    public void sequential() {
        check(tasks, Stream.generate(ComputeBenchmark::countPrimes).limit(tasks).toList());
    }

    /** A thread for each processor. */
    @Benchmark
    public void threadPool() throws Exception {
        try (var pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            check(tasks, computed(pool));
        }
    }

    /** A thread for each task, although there are far fewer processors. */
    @Benchmark
    public void virtualThreads() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            check(tasks, computed(threads));
        }
    }

    private List<Integer> computed(ExecutorService threads) throws Exception {
        var counts = new ArrayList<Integer>();
        for (Future<Integer> count : threads.invokeAll(
                Stream.generate(() -> countPrimes).limit(tasks).toList())) {
            counts.add(count.get());
        }
        return counts;
    }

    /** One thread computes all, and blocks the loop for that long. */
    @Benchmark
    public void eventLoop() throws Exception {
        List<Integer> counts = EventLoop.run(loop -> loop.gather(
                Stream.generate(() -> loop.createTask(() -> CompletableFuture.completedFuture(countPrimes())))
                        .limit(tasks)
                        .toList()));
        check(tasks, counts);
    }

    private static void check(int tasks, List<Integer> counts) {
        if (counts.size() != tasks || counts.stream().anyMatch(count -> count != PRIMES)) {
            throw new AssertionError("Expected " + tasks + " times " + PRIMES + " primes, but counted " + counts);
        }
    }
}
