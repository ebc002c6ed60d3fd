package benchmarks.downloads;

import benchmarks.quick.ExcludedFromQuick;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Writes 48 files of 256 kB, and measures how long another virtual thread has to wait in the meantime. A virtual thread
 * keeps its carrier while it writes a file.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(because = "disks differ too much for a verdict after a few seconds")
public class DownloadsBenchmark {

    private static final int FILES = 48;
    private static final int CHUNKS = 16;

    /** Where the files are written, and whether they are forced to the disk. */
    @State(Scope.Benchmark)
    public static class Target {
        @Param({"false", "true"})
        boolean forced;

        private ScratchFolder folder;

        @Setup
        public void open() throws IOException {
            folder = new ScratchFolder();
        }

        @TearDown
        public void close() throws IOException {
            folder.close();
        }

        /** Closes the executor, too. */
        void writeAll(ExecutorService executor) throws InterruptedException, ExecutionException {
            try (executor) {
                var writes = IntStream.range(0, FILES)
                        .<Callable<Void>>mapToObj(number -> () -> {
                            folder.write(number, CHUNKS, forced);
                            return null;
                        })
                        .toList();
                for (var written : executor.invokeAll(writes)) {
                    written.get();
                }
            }
        }
    }

    @Benchmark
    public void virtualThreads(Target target) throws Exception {
        target.writeAll(Executors.newVirtualThreadPerTaskExecutor());
    }

    @Benchmark
    public void poolOfTwo(Target target) throws Exception {
        target.writeAll(Executors.newFixedThreadPool(2));
    }

    @Benchmark
    public void poolOfSix(Target target) throws Exception {
        target.writeAll(Executors.newFixedThreadPool(6));
    }

    /** Virtual threads write files all the time. */
    @State(Scope.Benchmark)
    public static class WritingVirtualThreads {
        private Writers writers;

        @Setup
        public void open() throws IOException {
            writers = Writers.onVirtualThreads();
        }

        @TearDown
        public void close() throws IOException {
            writers.close();
        }
    }

    /** A pool of two threads writes files all the time. */
    @State(Scope.Benchmark)
    public static class OnPoolOfTwo {
        private Writers writers;

        @Setup
        public void open() throws IOException {
            writers = Writers.onPoolOfTwo();
        }

        @TearDown
        public void close() throws IOException {
            writers.close();
        }
    }

    /** Another virtual thread, which does nothing, starts and ends. */
    @Benchmark
    public void otherThreadWhileVirtualThreadsWrite(WritingVirtualThreads writing) throws InterruptedException {
        Thread.ofVirtual().start(() -> {}).join();
    }

    /** The same. */
    @Benchmark
    public void otherThreadWhilePoolWrites(OnPoolOfTwo writing) throws InterruptedException {
        Thread.ofVirtual().start(() -> {}).join();
    }
}
