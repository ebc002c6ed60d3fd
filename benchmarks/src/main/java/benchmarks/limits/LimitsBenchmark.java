package benchmarks.limits;

import benchmarks.http.RequestBatches;
import benchmarks.http.SiteProcess;
import benchmarks.http.UserPages;
import benchmarks.quick.ExcludedFromQuick;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import limits.Fetcher;
import limits.WithEventLoop;
import limits.WithThreadPool;
import limits.WithVirtualThreads;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The versions of lesson 09: four times as many requests as the limit allows at once, to a server that takes 50 ms for
 * each. The ideal is four rounds, 200 ms, whatever the limit. {@link #semaphore} measures the cost of the semaphore
 * itself.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
@ExcludedFromQuick(because = "the cost of a limit is a question of its own")
public class LimitsBenchmark {
    private static final int ROUNDS = 4;

    @Benchmark
    @Warmup(iterations = 1)
    @Fork(1)
    public List<Integer> sequential(SequentialRequests requests) throws Exception {
        return requests.all();
    }

    @Benchmark
    public List<Integer> threadPool(ThreadPoolRequests requests) throws Exception {
        return requests.all();
    }

    @Benchmark
    public List<Integer> eventLoop(EventLoopRequests requests) throws Exception {
        return requests.all();
    }

    @Benchmark
    public List<Integer> virtualThreads(VirtualThreadRequests requests) throws Exception {
        return requests.all();
    }

    /** Acquires and releases a permit while many threads wait for one. */
    @Benchmark
    @OperationsPerInvocation(ContendedSemaphore.ACQUISITIONS)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @Warmup(iterations = 2)
    @Measurement(iterations = 3)
    public int semaphore(ContendedSemaphore semaphore) throws InterruptedException {
        return semaphore.acquireAll();
    }

    /** As many requests as the others, one at a time. 400 would show the same. */
    public static class SequentialRequests extends LimitedRequests {
        @Param("10")
        public int limit;

        @Override
        int limit() {
            return limit;
        }

        @Override
        int atOnce() {
            return 1;
        }

        @Override
        Fetcher version(HttpClient client) {
            return new limits.Sequential(client);
        }
    }

    /** For concurrent versions. */
    public abstract static class ConcurrentRequests extends LimitedRequests {
        @Param({"10", "100"})
        public int limit;

        @Override
        int limit() {
            return limit;
        }
    }

    public static class ThreadPoolRequests extends ConcurrentRequests {
        @Override
        Fetcher version(HttpClient client) {
            return new WithThreadPool(client, limit);
        }
    }

    public static class EventLoopRequests extends ConcurrentRequests {
        @Override
        Fetcher version(HttpClient client) {
            return new WithEventLoop(client, limit);
        }
    }

    public static class VirtualThreadRequests extends ConcurrentRequests {
        @Override
        Fetcher version(HttpClient client) {
            return new WithVirtualThreads(client, limit);
        }
    }

    /** A site that counts requests, and a fetcher, which must not exceed the limit but must reach it. */
    public abstract static class LimitedRequests extends RequestBatches {
        @Param("50")
        public int latencyMillis;

        private HttpClient client;
        private Fetcher fetcher;
        private List<URI> addresses = List.of();

        abstract int limit();

        /** How many requests there must be at once. */
        int atOnce() {
            return limit();
        }

        abstract Fetcher version(HttpClient client);

        @Override
        protected int requests() {
            return ROUNDS * limit();
        }

        @Override
        protected void openClient() {
            client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
            fetcher = version(client);
        }

        @Override
        protected SiteProcess openSite() throws IOException {
            return new SiteProcess(new UserPages(), requests(), Duration.ofMillis(latencyMillis), Duration.ZERO);
        }

        @Override
        protected void check(List<URI> pages) throws Exception {
            addresses = pages;
            List<Integer> statuses = fetcher.fetchAll(addresses);
            if (!statuses.equals(Collections.nCopies(requests(), 200))) {
                throw new AssertionError("Expected " + requests() + " times 200, but got " + statuses);
            }
        }

        List<Integer> all() throws Exception {
            countBatch();
            return fetcher.fetchAll(addresses);
        }

        @Override
        protected Duration ideal() {
            return Duration.ofMillis(latencyMillis).multipliedBy(requests() / atOnce());
        }

        /** After each iteration, while the site is still running. */
        @TearDown(Level.Iteration)
        public void checkPeak() throws IOException {
            int peak = site().peak();
            if (peak != atOnce()) {
                throw new AssertionError("Expected " + atOnce() + " requests at once, but the site had " + peak);
            }
        }

        @Override
        protected void closeClient() {
            client.close();
        }
    }
}
