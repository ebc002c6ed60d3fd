package benchmarks.memory;

import benchmarks.peers.TaskRuntime;
import benchmarks.profiler.MemoryProfiler;
import benchmarks.quick.ExcludedFromQuick;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The memory of a waiting task, in bytes. {@link MemoryProfiler} measures it while all tasks sleep. The time that JMH
 * reports is only the length of this sleep.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(
        value = 2,
        jvmArgsAppend = {"--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"})
@ExcludedFromQuick(
        rows = {"runtime=INTERLEAVE_FUTURES", "runtime=NETTY_FUTURES"},
        because = "a quick run compares tasks only")
@ExcludedFromQuick(
        rows = {"tasks=100000", "tasks=1000000"},
        because = "a call takes a second")
public class MemoryBenchmark {

    /** The heap of a task, a future or a virtual thread. */
    @Benchmark
    public void sleep(WaitingTasks waiting) throws Exception {
        MemoryProfiler.measure(
                MemoryProfiler::liveHeapBytes, waiting.tasks, sleep -> waiting.runtime.gather(waiting.tasks, sleep));
    }

    /** The stack of a platform thread is outside the heap, so the memory of the whole process is measured. */
    @Benchmark
    @Fork(
            value = 2,
            jvmArgsAppend = {"-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch"
            }) // the heap must not grow while it is measured
    public void sleepOnPlatformThreads(WaitingThreads threads) throws Exception {
        MemoryProfiler.measure(
                MemoryProfiler::residentBytes, threads.tasks, sleep -> joinThreads(threads.tasks, sleep));
    }

    private static int joinThreads(int tasks, Duration sleep) throws InterruptedException {
        long before = MemoryProfiler.platformThreads();
        var threads = new Thread[tasks];
        for (int task = 0; task < tasks; task++) {
            threads[task] = Thread.ofPlatform().start(() -> TaskRuntime.pause(sleep));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        // The system frees their stacks shortly after they have ended, and sends no event for that.
        while (MemoryProfiler.platformThreads() > before + tasks / 10) {
            Thread.sleep(1);
        }
        return tasks;
    }

    /** The runtime, and the number of its tasks. */
    @State(Scope.Benchmark)
    public static class WaitingTasks {
        @Param
        public TaskRuntime runtime;

        @Param({"1000", "100000", "1000000"})
        public int tasks;
    }

    /** Fewer, because many systems do not allow more. */
    @State(Scope.Benchmark)
    public static class WaitingThreads {
        @Param({"1000"})
        public int tasks;
    }
}
