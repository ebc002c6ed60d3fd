package benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
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

    /**
     * Has the tasks sleep, and weighs them when surely the last has fallen asleep and the first has not woken up. On a
     * machine that is too busy for that they sleep again, for longer.
     */
    static void weigh(LongSupplier scales, int tasks, Gather all) throws Exception {
        var sleep = Duration.ofMillis(300 + tasks / 100);
        long before = scales.getAsLong();
        OptionalLong weight = weigh(scales, tasks, all, sleep);
        while (weight.isEmpty()) {
            sleep = sleep.multipliedBy(2);
            weight = weigh(scales, tasks, all, sleep);
        }
        bytesPerTask = (double) (weight.getAsLong() - before) / tasks;
    }

    /** Empty when the scales took so long that some may have been awake. */
    private static OptionalLong weigh(LongSupplier scales, int tasks, Gather all, Duration sleep) throws Exception {
        long begin = System.nanoTime();
        Executor later = CompletableFuture.delayedExecutor(sleep.toMillis() * 7 / 10, TimeUnit.MILLISECONDS);
        var weight = CompletableFuture.supplyAsync(
                () -> {
                    long bytes = scales.getAsLong();
                    return System.nanoTime() - begin < sleep.toNanos() ? OptionalLong.of(bytes) : OptionalLong.empty();
                },
                later);
        int gathered = all.gather(sleep);
        if (gathered != tasks) {
            throw new AssertionError(gathered + " of " + tasks + " tasks have slept");
        }
        return weight.get();
    }

    /** In the heap, after everything has been collected that nobody can reach. */
    static long liveHeapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** That the operating system holds in memory for this process; only Linux says it. */
    static long residentBytes() {
        return 1024 * status("VmRSS");
    }

    /** Of this process, those of the JVM included; only Linux says it. */
    static long threadsOfTheSystem() {
        return status("Threads");
    }

    private static long status(String name) {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
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
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return Double.isNaN(bytesPerTask)
                ? List.of()
                : List.of(new ScalarResult("bytesPerTask", bytesPerTask, "B", AggregationPolicy.AVG));
    }
}
