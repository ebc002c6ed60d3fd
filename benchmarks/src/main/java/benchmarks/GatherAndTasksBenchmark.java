package benchmarks;

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
 * its own cost. The pool has a thread for each fetch, and is made anew each time, as in the lesson.
 *
 * <p>The structured scope is not here: its class needs a JVM with preview features, and would need it for all rows.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GatherAndTasksBenchmark {
    private static final Duration DELAY = Duration.ofMillis(1);

    @Benchmark
    public List<String> sequential(Ten ten) throws Exception {
        return new Sequential().fetchAll(ten.sources);
    }

    @Benchmark
    public List<String> threadPool(UpToAThousand thousand) throws Exception {
        return new WithThreadPool(thousand.tasks).fetchAll(thousand.sources);
    }

    @Benchmark
    public List<String> eventLoop(AsManyAsYouLike many) throws Exception {
        return new WithEventLoop().fetchAll(many.sources);
    }

    @Benchmark
    public List<String> virtualThreads(AsManyAsYouLike many) throws Exception {
        return new WithVirtualThreads().fetchAll(many.sources);
    }

    @Benchmark
    public void asyncio(InPython python) throws IOException {
        python.asyncio.run();
    }

    /** One after the other takes a millisecond each, and more of them would show nothing else. */
    public static class Ten extends Sources {
        @Param("10")
        public int tasks;

        @Override
        int tasks() {
            return tasks;
        }
    }

    /**
     * A platform thread is a thread of the operating system, with a stack of its own. Of 100,000, most systems refuse
     * the greater part: Linux allows 32,768 unless told otherwise, and a container fewer.
     */
    public static class UpToAThousand extends Sources {
        @Param({"10", "1000"})
        public int tasks;

        @Override
        int tasks() {
            return tasks;
        }
    }

    /** What is gathered by a task or a virtual thread costs memory, and nothing else. */
    public static class AsManyAsYouLike extends Sources {
        @Param({"10", "1000", "100000"})
        public int tasks;

        @Override
        int tasks() {
            return tasks;
        }
    }

    /** What is fetched; nothing is measured unless all versions fetch the same, and print the same. */
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
    public static class InPython {
        private Asyncio asyncio;

        @Setup(Level.Trial)
        public void start(AsManyAsYouLike many) throws IOException {
            asyncio = Asyncio.compared("gather", 3, many.linesOfThree, many.tasks);
        }

        @TearDown(Level.Trial)
        public void stop() throws IOException {
            asyncio.close();
        }
    }
}
