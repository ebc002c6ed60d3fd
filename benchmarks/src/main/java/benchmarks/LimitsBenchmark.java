package benchmarks;

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
 * The versions of lesson 09: four times as many requests as there may be at once, to a server that takes 50 ms for
 * each. So the ideal is four rounds, 200 ms, whatever the limit; and what the semaphore itself costs, fair and unfair.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class LimitsBenchmark {
    private static final int ROUNDS = 4;

    @Benchmark
    @Warmup(iterations = 1)
    @Fork(1)
    public List<Integer> sequential(Sequential fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<Integer> threadPool(ThreadPool fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<Integer> eventLoop(EventLoop fetches) throws Exception {
        return fetches.all();
    }

    @Benchmark
    public List<Integer> virtualThreads(VirtualThreads fetches) throws Exception {
        return fetches.all();
    }

    /** A permit taken and given back, while many want one. */
    @Benchmark
    @OperationsPerInvocation(Turnstile.PASSES)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @Warmup(iterations = 2)
    @Measurement(iterations = 3)
    public int semaphore(Turnstile turnstile) throws InterruptedException {
        return turnstile.letAllPass();
    }

    /** As many requests as the others have, and one at once; of 400 it would show nothing else. */
    public static class Sequential extends LimitedFetches {
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

    /** Those who can have more than one on its way. */
    public abstract static class Concurrent extends LimitedFetches {
        @Param({"10", "100"})
        public int limit;

        @Override
        int limit() {
            return limit;
        }
    }

    public static class ThreadPool extends Concurrent {
        @Override
        Fetcher version(HttpClient client) {
            return new WithThreadPool(client, limit);
        }
    }

    public static class EventLoop extends Concurrent {
        @Override
        Fetcher version(HttpClient client) {
            return new WithEventLoop(client, limit);
        }
    }

    public static class VirtualThreads extends Concurrent {
        @Override
        Fetcher version(HttpClient client) {
            return new WithVirtualThreads(client, limit);
        }
    }

    /** A server that counts, and a fetcher, which must keep to the limit and use all of it. */
    public abstract static class LimitedFetches extends Batches {
        @Param("50")
        public int latencyMillis;

        private HttpClient client;
        private Fetcher fetcher;
        private List<URI> addresses = List.of();

        abstract int limit();

        /** How many there must be. */
        int atOnce() {
            return limit();
        }

        abstract Fetcher version(HttpClient client);

        @Override
        int requests() {
            return ROUNDS * limit();
        }

        @Override
        FetchServer open() throws IOException {
            client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
            fetcher = version(client);
            return new FetchServer(Content.USERS, Duration.ofMillis(latencyMillis), Duration.ZERO);
        }

        @Override
        void compare(List<URI> pages) throws Exception {
            addresses = pages;
            List<Integer> statuses = fetcher.fetchAll(addresses);
            if (!statuses.equals(Collections.nCopies(requests(), 200))) {
                throw new AssertionError("not all was answered 200: " + statuses);
            }
        }

        List<Integer> all() throws Exception {
            count();
            return fetcher.fetchAll(addresses);
        }

        @Override
        Duration ideal() {
            return Duration.ofMillis(latencyMillis).multipliedBy(requests() / atOnce());
        }

        /** Before the server is closed, or nobody could ask it. */
        @TearDown(Level.Iteration)
        public void compareThePeak() throws IOException {
            int peak = server().peak();
            if (peak != atOnce()) {
                throw new AssertionError("the server has had " + peak + " requests at once, not " + atOnce());
            }
        }

        @Override
        void closeClient() {
            client.close();
        }
    }
}
