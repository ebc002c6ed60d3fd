package benchmarks;

import benchmarks.FetchClient.OnJdkClient;
import benchmarks.FetchClient.OnVertx;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import fetch.User;
import fetch.WithEventLoop;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * The versions of lesson 07: a batch of requests to a server that answers each after a tenth of a second. The connections
 * are open already, as those of a program that has run for a while; a version's pool of threads is its own, each time new.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FetchBenchmark {

    @Benchmark
    public List<User> sequential(Sequential fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<User> threadPool10(ThreadPool10 fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<User> threadPool50(ThreadPool50 fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<User> threadPool200(ThreadPool200 fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<User> eventLoop(AsynchronousClient fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<User> virtualThreads(VirtualThreads fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<User> vertx(VertxClient fetches) throws Exception {
        return fetches.all();
    }

    /** The same client with as few connections as it has when nobody thinks of them. */
    @Benchmark
    public List<User> vertxDefaultPool5(VertxDefaultPool5 fetches) throws Exception {
        return fetches.all();
    }

    /** A hundred take ten seconds, and more of them would show nothing else. */
    public static class Sequential extends Fetches {
        @Param({"1", "10", "100"})
        public int requests;

        @Override
        int requests() {
            return requests;
        }

        @Override
        FetchClient open() {
            return OnJdkClient.with(1, fetch.Sequential::new);
        }
    }

    public static class ThreadPool10 extends Fetches {
        @Param({"10", "100", "1000"})
        public int requests;

        @Override
        int requests() {
            return requests;
        }

        @Override
        FetchClient open() {
            return OnJdkClient.onThreadPool(10);
        }
    }

    public static class ThreadPool50 extends Fetches {
        @Param({"10", "100", "1000"})
        public int requests;

        @Override
        int requests() {
            return requests;
        }

        @Override
        FetchClient open() {
            return OnJdkClient.onThreadPool(50);
        }
    }

    public static class ThreadPool200 extends Fetches {
        @Param({"10", "100", "1000", "10000"})
        public int requests;

        @Override
        int requests() {
            return requests;
        }

        @Override
        FetchClient open() {
            return OnJdkClient.onThreadPool(200);
        }
    }

    /** As many at once as there are. */
    public abstract static class AllAtOnce extends Fetches {
        @Param({"1", "10", "100", "1000", "10000"})
        public int requests;

        @Override
        int requests() {
            return requests;
        }
    }

    public static class AsynchronousClient extends AllAtOnce {
        @Override
        FetchClient open() {
            return OnJdkClient.with(Integer.MAX_VALUE, WithEventLoop::new);
        }
    }

    public static class VirtualThreads extends AllAtOnce {
        @Override
        FetchClient open() {
            return OnJdkClient.onVirtualThreads();
        }
    }

    public static class VertxClient extends AllAtOnce {
        @Override
        FetchClient open() {
            return OnVertx.withConnections(requests);
        }
    }

    /** A thousand take twenty seconds. */
    public static class VertxDefaultPool5 extends Fetches {
        @Param({"10", "100"})
        public int requests;

        @Override
        int requests() {
            return requests;
        }

        @Override
        FetchClient open() {
            return OnVertx.withConnections(OnVertx.DEFAULT_CONNECTIONS);
        }
    }

    /** A server and a client. Nothing is measured unless the client gets what is on the pages, each time. */
    @State(Scope.Benchmark)
    public abstract static class Fetches {
        /** Beside a connection for each request. */
        private static final int OTHER_FILES = 100;

        @Param("100")
        public int latencyMillis;

        /** What the server computes for each answer, for those who want to see a server that is the bottleneck. */
        private final Duration serverWork = Duration.parse(System.getProperty("fetch.serverWork", "PT0S"));

        private FetchServer server;
        private FetchClient client;
        private List<URI> pages = List.of();
        private int batches;
        private FetchServerLoad before = new FetchServerLoad(0, Duration.ZERO, Duration.ZERO);
        private long begin;
        private Duration computedBefore = Duration.ZERO;

        abstract int requests();

        abstract FetchClient open();

        @Setup(Level.Trial)
        public void prepare() throws Exception {
            client = open();
            checkOpenFiles(client.atOnce(requests()));
            server = new FetchServer(Duration.ofMillis(latencyMillis), serverWork);
            pages = server.pages(requests());
            List<User> fetched = client.fetchAll(pages);
            if (!fetched.equals(FetchServer.users(requests()))) {
                throw new AssertionError("what was fetched is not what is on the pages: " + fetched);
            }
        }

        static void checkOpenFiles(int connections) {
            if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system && system
                    .getMaxFileDescriptorCount() < connections + OTHER_FILES) {
                throw new IllegalStateException(String.format(Locale.ROOT,
                        "%,d requests at once are %,d connections, and a process may open %,d files here: "
                                + "ulimit -n %d allows more",
                        connections, connections, system.getMaxFileDescriptorCount(), connections + OTHER_FILES));
            }
        }

        @Setup(Level.Iteration)
        public void lookAtTheServer() throws IOException {
            batches = 0;
            before = server.load();
            computedBefore = computed();
            begin = System.nanoTime();
        }

        /** By all threads of this process so far. */
        private static Duration computed() {
            return Duration.ofNanos(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getProcessCpuTime());
        }

        List<User> all() throws Exception {
            batches++;
            return client.fetchAll(pages);
        }

        /** Warm-up is not looked at: there the server is as cold as the client. */
        @TearDown(Level.Iteration)
        public void lookAtTheServerAgain(IterationParams iteration) throws IOException {
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            Duration computed = computed().minus(computedBefore);
            FetchServerLoad load = server.load().since(before);
            if (load.answered() != (long) batches * requests()) {
                throw new AssertionError("the server answered " + load.answered() + " requests, not " + batches
                        + " times " + requests());
            }
            if (iteration.getType() == IterationType.MEASUREMENT) {
                int rounds = Math.ceilDiv(requests(), client.atOnce(requests()));
                Duration latency = Duration.ofMillis(latencyMillis).multipliedBy((long) batches * rounds);
                load.checkThatTheServerWasNotTheBottleneck(took, latency, computed);
            }
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }
}
