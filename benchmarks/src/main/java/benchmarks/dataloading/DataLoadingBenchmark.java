package benchmarks.dataloading;

import benchmarks.quick.ExcludedFromQuick;
import dataloading.Epoch;
import dataloading.OneAhead;
import dataloading.Sequential;
import dataloading.WithEventLoop;
import dataloading.WithThreadPool;
import dataloading.WithVirtualThreads;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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

/** An epoch over twenty real files, whose loading waits or computes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(because = "its epochs take a tenth of a second each")
public class DataLoadingBenchmark {

    /** The versions of the lesson. The number is that of the loaders, and of the batches that are loaded ahead. */
    public enum Loaders {
        SEQUENTIAL,
        ONE_AHEAD,
        POOL_OF_2,
        POOL_OF_4,
        POOL_OF_16,
        VIRTUAL_THREADS_4,
        EVENT_LOOP_4;

        private Epoch version() {
            return switch (this) {
                case SEQUENTIAL -> new Sequential();
                case ONE_AHEAD -> new OneAhead();
                case POOL_OF_2 -> new WithThreadPool(2, 2);
                case POOL_OF_4 -> new WithThreadPool(4, 4);
                case POOL_OF_16 -> new WithThreadPool(16, 16);
                case VIRTUAL_THREADS_4 -> new WithVirtualThreads(4);
                case EVENT_LOOP_4 -> new WithEventLoop(4);
            };
        }
    }

    @State(Scope.Benchmark)
    public static class Version {
        @Param
        Loaders loaders;
    }

    @State(Scope.Benchmark)
    public static class Waiting {
        private BatchFiles files;

        @Setup
        public void write() throws Exception {
            files = BatchFiles.thatWait();
        }

        @TearDown
        public void delete() throws IOException {
            files.close();
        }
    }

    @State(Scope.Benchmark)
    public static class Computing {
        private BatchFiles files;

        @Setup
        public void write() throws Exception {
            files = BatchFiles.thatCompute();
        }

        @TearDown
        public void delete() throws IOException {
            files.close();
        }
    }

    @Benchmark
    public void loadingWaits(Waiting waiting, Version chosen) throws Exception {
        waiting.files.train(chosen.loaders.version());
    }

    @Benchmark
    public void loadingComputes(Computing computing, Version chosen) throws Exception {
        computing.files.train(chosen.loaders.version());
    }
}
