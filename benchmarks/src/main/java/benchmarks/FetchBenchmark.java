package benchmarks;

import benchmarks.FetchClient.OnAiohttp;
import benchmarks.FetchClient.OnVertx;
import com.sun.management.UnixOperatingSystemMXBean;
import fetch.User;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The versions of lesson 07: a batch of requests to a server that answers each after a tenth of a second. The
 * connections are open already, as those of a program that has run for a while; a version's pool of threads is its own,
 * each time new. Beside it stands the first batch of a fresh process, which is what one sees who starts a program. What
 * takes seconds a call is measured in one JVM only.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class FetchBenchmark {

    @Benchmark
    @Warmup(iterations = 0)
    @Measurement(iterations = 3)
    @Fork(1)
    public List<User> sequential(Sequential fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    @Warmup(iterations = 1)
    @Measurement(iterations = 5)
    @Fork(1)
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
    @Warmup(iterations = 0)
    @Measurement(iterations = 3)
    @Fork(1)
    public List<User> vertxDefaultPool5(VertxDefaultPool5 fetches) throws Exception {
        return fetches.all();
    }

    /** asyncio, and the client that most use with it. */
    @Benchmark
    public List<User> aiohttp(Aiohttp fetches) throws Exception {
        return fetches.all();
    }

    /** The same client with its own limit. */
    @Benchmark
    @Warmup(iterations = 1)
    @Measurement(iterations = 5)
    @Fork(1)
    public List<User> aiohttpDefaultPool100(AiohttpDefaultPool100 fetches) throws Exception {
        return fetches.all();
    }

    /** Each in a process that has fetched nothing yet, from a server that has run for a while. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    public List<User> firstBatch(FirstBatch fetches) throws Exception {
        return fetches.all();
    }

    /** A hundred take ten seconds; a thousand would show nothing else. */
    public static class Sequential extends Fetches {
        @Param("100")
        public int requests;

        @Override
        int requests() {
            return requests;
        }

        @Override
        FetchClient openClient() throws IOException {
            return FetchClients.SEQUENTIAL.open(requests);
        }
    }

    /** Clients that have to do with many. */
    public abstract static class Many extends Fetches {
        @Param({"100", "1000"})
        public int requests;

        @Override
        int requests() {
            return requests;
        }
    }

    public static class ThreadPool50 extends Many {
        @Override
        FetchClient openClient() throws IOException {
            return FetchClients.THREAD_POOL_50.open(requests);
        }
    }

    public static class ThreadPool200 extends Many {
        @Override
        FetchClient openClient() throws IOException {
            return FetchClients.THREAD_POOL_200.open(requests);
        }
    }

    public static class AsynchronousClient extends Many {
        @Override
        FetchClient openClient() throws IOException {
            return FetchClients.EVENT_LOOP.open(requests);
        }
    }

    public static class VirtualThreads extends Many {
        @Override
        FetchClient openClient() throws IOException {
            return FetchClients.VIRTUAL_THREADS.open(requests);
        }
    }

    public static class VertxClient extends Many {
        @Override
        FetchClient openClient() throws IOException {
            return FetchClients.VERTX.open(requests);
        }
    }

    public static class VertxDefaultPool5 extends Many {
        @Override
        FetchClient openClient() {
            return OnVertx.withConnections(OnVertx.DEFAULT_CONNECTIONS);
        }
    }

    public static class Aiohttp extends Many {
        @Override
        FetchClient openClient() throws IOException {
            return FetchClients.AIOHTTP.open(requests);
        }
    }

    /** Of fewer than its limit it would show nothing. */
    public static class AiohttpDefaultPool100 extends Fetches {
        @Param("1000")
        public int requests;

        @Override
        int requests() {
            return requests;
        }

        @Override
        FetchClient openClient() throws IOException {
            return OnAiohttp.withConnections(OnAiohttp.DEFAULT_CONNECTIONS);
        }
    }

    /** Of a process, with any of the clients. */
    public static class FirstBatch extends Fetches {
        @Param({"THREAD_POOL_200", "EVENT_LOOP", "VIRTUAL_THREADS", "VERTX", "AIOHTTP"})
        public FetchClients client;

        @Param("1000")
        public int requests;

        private List<User> fetched = List.of();

        @Override
        int requests() {
            return requests;
        }

        @Override
        FetchClient openClient() throws IOException {
            return client.open(requests);
        }

        /** Nothing is fetched before: it is compared afterwards. */
        @Override
        void compare(List<URI> all) throws IOException {
            pages = all;
            server().warmUp(requests);
        }

        @Override
        List<User> all() throws Exception {
            if (!fetched.isEmpty()) {
                throw new IllegalStateException("a process has one first batch only: leave -i and -wi away");
            }
            fetched = super.all();
            return fetched;
        }

        @TearDown(Level.Iteration)
        public void compare() {
            compare(fetched, requests);
        }
    }

    /** A server and a client, which must get what is on the pages. */
    public abstract static class Fetches extends Batches {
        /** Beside a connection for each request. */
        private static final int OTHER_FILES = 100;
        /** It takes no more to see whether a client does as it should, and some take twenty seconds for a batch. */
        private static final int ROUNDS_TO_COMPARE = 10;

        @Param("100")
        public int latencyMillis;

        /** What the server computes for each answer, for those who want to see a server that is the bottleneck. */
        private final Duration serverWork = Duration.parse(System.getProperty("fetch.serverWork", "PT0S"));

        private FetchClient client;
        List<URI> pages = List.of();

        abstract FetchClient openClient() throws IOException;

        @Override
        FetchServer open() throws IOException {
            client = openClient();
            checkOpenFiles(client.atOnce(requests()));
            return new FetchServer(Content.USERS, Duration.ofMillis(latencyMillis), serverWork);
        }

        @Override
        void compare(List<URI> all) throws Exception {
            pages = all;
            int some = Math.min(requests(), ROUNDS_TO_COMPARE * client.atOnce(requests()));
            compare(client.fetchAll(all.subList(0, some)), some);
        }

        static void compare(List<User> fetched, int count) {
            if (!fetched.equals(Content.users(count))) {
                throw new AssertionError("what was fetched is not what is on the pages: " + fetched);
            }
        }

        static void checkOpenFiles(int connections) {
            if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                    && system.getMaxFileDescriptorCount() < connections + OTHER_FILES) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "%,d requests at once are %,d connections, and a process may open %,d files here: "
                                + "ulimit -n %d allows more",
                        connections,
                        connections,
                        system.getMaxFileDescriptorCount(),
                        connections + OTHER_FILES));
            }
        }

        List<User> all() throws Exception {
            count();
            return client.fetchAll(pages);
        }

        @Override
        Duration ideal() {
            return Duration.ofMillis(latencyMillis).multipliedBy(Math.ceilDiv(requests(), client.atOnce(requests())));
        }

        @Override
        Duration computed() {
            return client.computed();
        }

        @Override
        void closeClient() {
            client.close();
        }
    }
}
