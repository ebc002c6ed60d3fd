package benchmarks.migrating;

import benchmarks.quick.ExcludedFromQuick;
import java.util.List;
import java.util.concurrent.TimeUnit;
import migrating.MorningReport;
import migrating.real.Latencies;
import migrating.real.RealSources;
import migrating.sources.Shop;
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
import org.openjdk.jmh.infra.Blackhole;

/**
 * A report on real sources: H2 behind HikariCP with ten connections, a web server on the loopback interface, and files.
 * Either all of them take a while, or there are only two shops and no latencies, or only the decoding of files
 * computes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(because = "the original program needs more than a second for a report")
public class MigratingBenchmark {

    static final int CONNECTIONS = 10;

    private static final int SHOPS = 40;
    private static final int FEW_SHOPS = 2;
    /** About two milliseconds of computing. */
    private static final int TOKENS_PER_FILE = 700_000;

    @State(Scope.Benchmark)
    public static class ReportVersion {
        @Param
        MigrationStep step;

        private MorningReport report() {
            return step.version();
        }
    }

    /** A query takes 10 ms, a request 20 ms, and a file 2 ms. */
    @State(Scope.Benchmark)
    public static class SlowSources {
        private ReportSources sources;

        @Setup
        public void open(ReportVersion version) throws Exception {
            sources = new ReportSources(new RealSources(SHOPS, CONNECTIONS, Latencies.TENTH));
            sources.check(version.report());
        }

        @TearDown
        public void close() throws Exception {
            sources.close();
        }
    }

    /** Nothing takes longer than it must. */
    @State(Scope.Benchmark)
    public static class FewShops {
        private ReportSources sources;

        @Setup
        public void open(ReportVersion version) throws Exception {
            sources = new ReportSources(new RealSources(FEW_SHOPS, CONNECTIONS, Latencies.NONE));
            sources.check(version.report());
        }

        @TearDown
        public void close() throws Exception {
            sources.close();
        }
    }

    /** Decoding a file computes for about two milliseconds. */
    @State(Scope.Benchmark)
    public static class ComputingSources {
        private ReportSources sources;

        @Setup
        public void open(ReportVersion version) throws Exception {
            sources = new ReportSources(new RealSources(
                    Shop.first(SHOPS), CONNECTIONS, Latencies.NONE, () -> Blackhole.consumeCPU(TOKENS_PER_FILE)));
            sources.check(version.report());
        }

        @TearDown
        public void close() throws Exception {
            sources.close();
        }
    }

    @Benchmark
    public List<String> sourcesWait(SlowSources slow, ReportVersion version) throws Exception {
        return slow.sources.write(version.report());
    }

    @Benchmark
    public List<String> fewOperations(FewShops few, ReportVersion version) throws Exception {
        return few.sources.write(version.report());
    }

    @Benchmark
    public List<String> sourcesCompute(ComputingSources computing, ReportVersion version) throws Exception {
        return computing.sources.write(version.report());
    }
}
