package benchmarks.fetch;

import benchmarks.fetch.FetchClient.InJava;
import benchmarks.fetch.FetchClient.OnAiohttp;
import benchmarks.http.RequestBatches;
import benchmarks.http.SiteProcess;
import benchmarks.http.UserPages;
import benchmarks.quick.ExcludedFromQuick;
import com.sun.management.UnixOperatingSystemMXBean;
import fetch.User;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The versions of lesson 07: a batch of requests to a server that answers each after a tenth of a second. The
 * connections are already open, as in a program that has run for a while, but a version creates its pool of threads for
 * each batch. {@link #firstBatch} is the first batch of a fresh process. Rows whose calls take seconds are measured in
 * one JVM only.
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
    @ExcludedFromQuick(because = "a call takes seconds")
    public List<User> sequential(SequentialFetches fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    @Warmup(iterations = 1)
    @Measurement(iterations = 5)
    @Fork(1)
    @ExcludedFromQuick(because = "a call takes seconds")
    public List<User> threadPool50(ThreadPool50Fetches fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    @ExcludedFromQuick(rows = "requests=1000", because = "a call takes seconds")
    public List<User> threadPool200(ThreadPool200Fetches fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<User> eventLoop(EventLoopFetches fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<User> virtualThreads(VirtualThreadFetches fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<User> vertx(VertxFetches fetches) throws Exception {
        return fetches.all();
    }

    /** The same client with its default number of connections. */
    @Benchmark
    @Warmup(iterations = 0)
    @Measurement(iterations = 3)
    @Fork(1)
    @ExcludedFromQuick(because = "a call takes seconds")
    public List<User> vertxDefaultPool5(VertxDefaultPool5Fetches fetches) throws Exception {
        return fetches.all();
    }

    /** asyncio, with its most popular client. */
    @Benchmark
    @ExcludedFromQuick(because = "a quick run compares Java only")
    public List<User> aiohttp(AiohttpFetches fetches) throws Exception {
        return fetches.all();
    }

    /** The same client with its default limit. */
    @Benchmark
    @Warmup(iterations = 1)
    @Measurement(iterations = 5)
    @Fork(1)
    @ExcludedFromQuick(because = "a quick run compares Java only")
    public List<User> aiohttpDefaultPool100(AiohttpDefaultPool100Fetches fetches) throws Exception {
        return fetches.all();
    }

    /** In a process that has fetched nothing yet, from a server that has run for a while. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    @Fork(5)
    @ExcludedFromQuick(because = "each row starts several JVMs")
    public List<User> firstBatch(FirstFetches fetches) throws Exception {
        return fetches.all();
    }

    /** A hundred take ten seconds; a thousand would show the same. */
    public static class SequentialFetches extends Fetches {
        @Param("100")
        public int requests;

        @Override
        protected int requests() {
            return requests;
        }

        @Override
        FetchClient newClient() throws IOException {
            return FetchClients.SEQUENTIAL.open(requests);
        }
    }

    /** For concurrent clients. */
    public abstract static class ConcurrentFetches extends Fetches {
        @Param({"100", "1000"})
        public int requests;

        @Override
        protected int requests() {
            return requests;
        }
    }

    public static class ThreadPool50Fetches extends ConcurrentFetches {
        @Override
        FetchClient newClient() throws IOException {
            return FetchClients.THREAD_POOL_50.open(requests);
        }
    }

    public static class ThreadPool200Fetches extends ConcurrentFetches {
        @Override
        FetchClient newClient() throws IOException {
            return FetchClients.THREAD_POOL_200.open(requests);
        }
    }

    public static class EventLoopFetches extends ConcurrentFetches {
        @Override
        FetchClient newClient() throws IOException {
            return FetchClients.EVENT_LOOP.open(requests);
        }
    }

    public static class VirtualThreadFetches extends ConcurrentFetches {
        @Override
        FetchClient newClient() throws IOException {
            return FetchClients.VIRTUAL_THREADS.open(requests);
        }
    }

    public static class VertxFetches extends ConcurrentFetches {
        @Override
        FetchClient newClient() throws IOException {
            return FetchClients.VERTX.open(requests);
        }
    }

    public static class VertxDefaultPool5Fetches extends ConcurrentFetches {
        @Override
        FetchClient newClient() {
            return InJava.onVertx(PoolOptions.DEFAULT_MAX_POOL_SIZE);
        }
    }

    public static class AiohttpFetches extends ConcurrentFetches {
        @Override
        FetchClient newClient() throws IOException {
            return FetchClients.AIOHTTP.open(requests);
        }
    }

    /** Fewer requests than its limit would show nothing. */
    public static class AiohttpDefaultPool100Fetches extends Fetches {
        @Param("1000")
        public int requests;

        @Override
        protected int requests() {
            return requests;
        }

        @Override
        FetchClient newClient() throws IOException {
            return OnAiohttp.withConnections(OnAiohttp.DEFAULT_CONNECTIONS);
        }
    }

    /** The first batch of a process, with any of the clients. */
    public static class FirstFetches extends Fetches {
        @Param({"THREAD_POOL_200", "EVENT_LOOP", "VIRTUAL_THREADS", "VERTX", "AIOHTTP"})
        public FetchClients client;

        @Param("1000")
        public int requests;

        private List<User> fetched = List.of();

        @Override
        protected int requests() {
            return requests;
        }

        @Override
        FetchClient newClient() throws IOException {
            return client.open(requests);
        }

        /** Fetches nothing: the first batch is checked afterwards. */
        @Override
        protected void check(List<URI> all) throws IOException {
            pages = all;
            site().warmUp();
        }

        @Override
        List<User> all() throws Exception {
            if (!fetched.isEmpty()) {
                throw new IllegalStateException("A process has only one first batch: do not use -i and -wi");
            }
            fetched = super.all();
            return fetched;
        }

        @TearDown(Level.Iteration)
        public void checkFetched() {
            checkUsers(fetched, requests);
        }
    }

    /** A site and a client. Fails unless the client fetches the users of all pages. */
    public abstract static class Fetches extends RequestBatches {
        /** Files that a process has open besides the connections. */
        private static final int OTHER_FILES = 100;
        /** Enough to check a client. A whole batch takes some of them twenty seconds. */
        private static final int ROUNDS_TO_CHECK = 10;

        @Param("100")
        public int latencyMillis;

        /** How long the site computes for each answer, to show a site that is the bottleneck. */
        private final Duration serverWork = Duration.parse(System.getProperty("fetch.serverWork", "PT0S"));

        private FetchClient client;
        List<URI> pages = List.of();

        abstract FetchClient newClient() throws IOException;

        @Override
        protected void openClient() throws IOException {
            client = newClient();
            checkOpenFiles(client.atOnce(requests()));
        }

        @Override
        protected SiteProcess openSite() throws IOException {
            return new SiteProcess(new UserPages(), requests(), Duration.ofMillis(latencyMillis), serverWork);
        }

        @Override
        protected void check(List<URI> all) throws Exception {
            pages = all;
            int some = Math.min(requests(), ROUNDS_TO_CHECK * client.atOnce(requests()));
            checkUsers(client.fetchAll(all.subList(0, some)), some);
        }

        static void checkUsers(List<User> fetched, int count) {
            List<User> expected = IntStream.rangeClosed(1, count)
                    .mapToObj(number -> new User(number, UserPages.nameOf(number)))
                    .toList();
            if (!fetched.equals(expected)) {
                throw new AssertionError("Expected the users of the " + count + " pages, but fetched " + fetched);
            }
        }

        static void checkOpenFiles(int connections) {
            if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                    && system.getMaxFileDescriptorCount() < connections + OTHER_FILES) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "%,d requests at once need as many connections, but a process may open %,d files here. "
                                + "Allow more: ulimit -n %d",
                        connections,
                        system.getMaxFileDescriptorCount(),
                        connections + OTHER_FILES));
            }
        }

        List<User> all() throws Exception {
            countBatch();
            return client.fetchAll(pages);
        }

        @Override
        protected Duration ideal() {
            return Duration.ofMillis(latencyMillis).multipliedBy(Math.ceilDiv(requests(), client.atOnce(requests())));
        }

        @Override
        protected Duration processorTime() {
            return client.processorTime();
        }

        @Override
        protected void closeClient() {
            client.close();
        }
    }
}
