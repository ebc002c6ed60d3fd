package benchmarks.profiler;

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

/**
 * Measures the memory that waiting tasks take. As a profiler it adds the result of an iteration to those of JMH, when
 * the benchmark has measured memory.
 */
public final class MemoryProfiler implements InternalProfiler {
    /** Static, because JMH creates the profiler, and the benchmark has no reference to it. */
    private static double bytesPerTask = Double.NaN;

    /** Starts tasks that sleep for the given time, and returns how many have ended. */
    @FunctionalInterface
    public interface SleepingTasks {
        int run(Duration sleep) throws Exception;
    }

    /**
     * Lets the tasks sleep, and measures when the last one is asleep and none has woken up. When a busy machine takes
     * too long for that, repeats it with a longer sleep.
     */
    public static void measure(LongSupplier bytes, int tasks, SleepingTasks all) throws Exception {
        var sleep = shortestSleep().plusMillis(tasks / 100);
        long before = bytes.getAsLong();
        OptionalLong during = measureAsleep(bytes, tasks, all, sleep);
        while (during.isEmpty()) {
            sleep = sleep.multipliedBy(2);
            during = measureAsleep(bytes, tasks, all, sleep);
        }
        bytesPerTask = (double) (during.getAsLong() - before) / tasks;
    }

    /** A cold or busy JVM needs longer until all tasks are asleep. */
    private static Duration shortestSleep() {
        return Duration.parse(System.getProperty("memory.sleep", "PT0.3S"));
    }

    /** Empty when measuring took so long that some tasks may have been awake. */
    private static OptionalLong measureAsleep(LongSupplier bytes, int tasks, SleepingTasks all, Duration sleep)
            throws Exception {
        long begin = System.nanoTime();
        Executor later = CompletableFuture.delayedExecutor(sleep.toMillis() * 7 / 10, TimeUnit.MILLISECONDS);
        var measured = CompletableFuture.supplyAsync(
                () -> {
                    long now = bytes.getAsLong();
                    return System.nanoTime() - begin < sleep.toNanos() ? OptionalLong.of(now) : OptionalLong.empty();
                },
                later);
        int ended = all.run(sleep);
        if (ended != tasks) {
            throw new AssertionError("Expected " + tasks + " tasks to sleep, but " + ended + " did");
        }
        return measured.get();
    }

    /** The bytes of the heap that are reachable. */
    public static long liveHeapBytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The resident set size of this process; Linux only. */
    public static long residentBytes() {
        return 1024 * status("VmRSS");
    }

    /** The platform threads of this process, those of the JVM included; Linux only. */
    public static long platformThreads() {
        return status("Threads");
    }

    private static long status(String name) {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException elsewhere) {
            throw new UncheckedIOException(
                    "Cannot read /proc/self/status: the memory of a process is measured on Linux only", elsewhere);
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
