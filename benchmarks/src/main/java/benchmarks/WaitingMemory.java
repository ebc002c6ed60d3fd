package benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Weighs tasks while they wait. As a profiler, it tells JMH what the last iteration has found, if it has weighed. */
public final class WaitingMemory implements InternalProfiler {
    private static double bytesPerTask = Double.NaN;

    /** Work that lasts a while longer than this, in which its tasks wait. */
    @FunctionalInterface
    interface Gather {
        int gather(Duration sleep) throws Exception;
    }

    /** Has the tasks sleep, and weighs them when surely the last has fallen asleep and the first has not woken up. */
    static void weigh(LongSupplier scales, int tasks, Gather all) throws Exception {
        var sleep = Duration.ofMillis(300 + tasks / 100);
        long before = scales.getAsLong();
        Executor later = CompletableFuture.delayedExecutor(sleep.toMillis() * 7 / 10, TimeUnit.MILLISECONDS);
        var weight = CompletableFuture.supplyAsync(() -> {
            long begin = System.nanoTime();
            long bytes = scales.getAsLong();
            if (System.nanoTime() - begin > sleep.toNanos() * 3 / 10) {
                throw new IllegalStateException("the first was awake before all were weighed: the machine is too slow");
            }
            return bytes;
        }, later);
        int gathered = all.gather(sleep);
        if (gathered != tasks) {
            throw new AssertionError(gathered + " of " + tasks + " tasks have slept");
        }
        bytesPerTask = (double) (weight.get() - before) / tasks;
    }

    /** In the heap, after everything has been collected that nobody can reach. */
    static long liveHeapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** That the operating system holds in memory for this process; only Linux says it. */
    static long residentBytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> 1024 * Long.parseLong(line
                    .replaceAll("\\D", ""))).findFirst().orElseThrow();
        } catch (IOException elsewhere) {
            throw new UncheckedIOException("only Linux says how much memory a process holds", elsewhere);
        }
    }

    @Override
    public String getDescription() {
        return "bytes per waiting task";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        bytesPerTask = Double.NaN;
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
            IterationResult result) {
        return Double.isNaN(bytesPerTask)
                ? List.of()
                : List.of(new ScalarResult("bytesPerTask", bytesPerTask, "B", AggregationPolicy.AVG));
    }
}
