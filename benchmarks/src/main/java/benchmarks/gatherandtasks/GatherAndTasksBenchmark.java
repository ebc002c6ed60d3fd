package benchmarks.gatherandtasks;

import benchmarks.output.StandardOutput;
import benchmarks.python.Asyncio;
import benchmarks.quick.ExcludedFromQuick;
import gatherandtasks.Fetcher;
import gatherandtasks.Sequential;
import gatherandtasks.Source;
import gatherandtasks.WithEventLoop;
import gatherandtasks.WithThreadPool;
import gatherandtasks.WithVirtualThreads;
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
 * Lesson 05's gather, with sources that answer after one millisecond: what a version takes beyond that millisecond is
 * its own cost. The pool has a thread for each fetch, and is created for each gather, as in the lesson.
 *
 * <p>The structured scope is missing: its class needs a JVM with preview features, and would need it for all rows.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(rows = "tasks=10", because = "1,000 tasks show the most")
@ExcludedFromQuick(rows = "tasks=100000", because = "SleepersBenchmark has as many")
public class GatherAndTasksBenchmark {
    private static final Duration DELAY = Duration.ofMillis(1);

    @Benchmark
    public List<String> sequential(TenSources ten) throws Exception {
        return new Sequential().fetchAll(ten.sources);
    }

    @Benchmark
    public List<String> threadPool(UpToThousandSources thousand) throws Exception {
        return new WithThreadPool(thousand.tasks).fetchAll(thousand.sources);
    }

    @Benchmark
    public List<String> eventLoop(AnyNumberOfSources many) throws Exception {
        return new WithEventLoop().fetchAll(many.sources);
    }

    @Benchmark
    public List<String> virtualThreads(AnyNumberOfSources many) throws Exception {
        return new WithVirtualThreads().fetchAll(many.sources);
    }

    @Benchmark
    public void asyncio(AsyncioGather python, AnyNumberOfSources many) throws IOException {
        python.asyncio.run(many.tasks);
    }

    /** One after the other takes a millisecond each, and more of them would show the same. */
    public static class TenSources extends Sources {
        @Param("10")
        public int tasks;

        @Override
        int tasks() {
            return tasks;
        }
    }

    /**
     * A platform thread is a thread of the operating system, with a stack of its own. Most systems refuse 100,000 of
     * them: Linux allows 32,768 by default, and a container fewer.
     */
    public static class UpToThousandSources extends Sources {
        @Param({"10", "1000"})
        public int tasks;

        @Override
        int tasks() {
            return tasks;
        }
    }

    /** A task or a virtual thread costs memory only, so there may be many. */
    public static class AnyNumberOfSources extends Sources {
        @Param({"10", "1000", "100000"})
        public int tasks;

        @Override
        int tasks() {
            return tasks;
        }
    }

    /** The sources. Nothing is measured unless all versions fetch the same data and print the same lines. */
    @State(Scope.Benchmark)
    public abstract static class Sources {
        List<Source> sources = List.of();
        List<String> linesOfThree = List.of();
        private final StandardOutput output = new StandardOutput();

        abstract int tasks();

        @Setup(Level.Trial)
        public void prepare() throws Exception {
            sources = workingSources(tasks());
            List<Source> three = workingSources(3);
            linesOfThree = output.<Fetcher>compare(
                    fetcher -> System.out.println(fetcher.fetchAll(three)),
                    new Sequential(),
                    new WithThreadPool(3),
                    new WithEventLoop(),
                    new WithVirtualThreads());
            output.mute();
        }

        private static List<Source> workingSources(int count) {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(number -> Source.working("source " + number, DELAY))
                    .toList();
        }

        @TearDown(Level.Trial)
        public void restoreOutput() {
            output.restore();
        }
    }

    /** The same with asyncio. */
    @State(Scope.Benchmark)
    public static class AsyncioGather {
        private Asyncio asyncio;

        @Setup(Level.Trial)
        public void start(AnyNumberOfSources many) throws IOException {
            asyncio = Asyncio.workload("gather");
            asyncio.check(3, many.linesOfThree);
        }

        @TearDown(Level.Trial)
        public void stop() {
            asyncio.close();
        }
    }
}
