package benchmarks;

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
 * How many bytes a waiting task takes. They are weighed while all tasks sleep, and told by {@link WaitingMemory}, a
 * profiler; the time that JMH measures besides says no more than how long they slept.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(
        value = 2,
        jvmArgsAppend = {"--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED"})
public class MemoryBenchmark {

    /** What stays in the heap for a task, a future or a virtual thread. */
    @Benchmark
    public void sleep(Contender with) throws Exception {
        WaitingMemory.weigh(WaitingMemory::liveHeapBytes, with.tasks, sleep -> with.runtime.gather(with.tasks, sleep));
    }

    /** A thread of the operating system has its stack outside the heap: what the process holds in memory is weighed. */
    @Benchmark
    @Fork(
            value = 2,
            jvmArgsAppend = {"-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch"}) // so that the heap stays as it is
    public void sleepOnPlatformThreads(Threads threads) throws Exception {
        WaitingMemory.weigh(WaitingMemory::residentBytes, threads.tasks, sleep -> gatherThreads(threads.tasks, sleep));
    }

    private static int gatherThreads(int tasks, Duration sleep) throws InterruptedException {
        long before = WaitingMemory.threadsOfTheSystem();
        var threads = new Thread[tasks];
        for (int task = 0; task < tasks; task++) {
            threads[task] = Thread.ofPlatform().start(() -> Sleepers.pause(sleep));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        while (WaitingMemory.threadsOfTheSystem()
                > before + tasks / 10) { // it takes their stacks back a moment after they have ended
            Thread.sleep(1);
        }
        return tasks;
    }

    /** What sleeps, and how many. */
    @State(Scope.Benchmark)
    public static class Contender {
        @Param
        public Sleepers runtime;

        @Param({"1000", "100000", "1000000"})
        public int tasks;
    }

    /** Fewer, for a system that has not enough threads would fail instead. */
    @State(Scope.Benchmark)
    public static class Threads {
        @Param({"1000"})
        public int tasks;
    }
}
