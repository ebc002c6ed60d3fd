package benchmarks.timeoutsandcancellation;

import benchmarks.quick.ExcludedFromQuick;
import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import timeoutsandcancellation.Deadline;
import timeoutsandcancellation.Fetcher;
import timeoutsandcancellation.Sequential;
import timeoutsandcancellation.Source;
import timeoutsandcancellation.WithCompletableFuture;
import timeoutsandcancellation.WithEventLoop;
import timeoutsandcancellation.WithThreadPool;
import timeoutsandcancellation.WithVirtualThreads;

/**
 * The versions of lesson 10, with a page that arrives at once: what a call costs when its timeout never fires. Each
 * call has an executor, a loop or a scope of its own, as in the lesson. {@link #loopTimeout} and {@link #orTimeout}
 * measure the timeout alone, on a loop that exists already and on a future.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(because = "the cost of a timeout is a question of its own")
public class TimeoutsAndCancellationBenchmark {
    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final int TIMEOUTS = 1_000;

    @Benchmark
    public String sequential(InstantPage page) throws Exception {
        return page.fetchedBy(new Sequential());
    }

    @Benchmark
    public String threadPool(InstantPage page) throws Exception {
        return page.fetchedBy(new WithThreadPool());
    }

    @Benchmark
    public String eventLoop(InstantPage page) throws Exception {
        return page.fetchedBy(new WithEventLoop());
    }

    @Benchmark
    public String virtualThreads(InstantPage page) throws Exception {
        return page.fetchedBy(new WithVirtualThreads());
    }

    @Benchmark
    @Fork(value = 2, jvmArgsAppend = "--enable-preview")
    public String structuredScope(InstantPage page, ScopedFetcher scope) throws Exception {
        return page.fetchedBy(scope.fetcher);
    }

    /** It gives up in time, but does not stop the fetch. */
    @Benchmark
    public String completableFuture(InstantPage page) throws Exception {
        return page.fetchedBy(new WithCompletableFuture());
    }

    /** A thousand tasks on one loop, each with a timeout. */
    @Benchmark
    @OperationsPerInvocation(TIMEOUTS)
    public List<String> loopTimeout() throws Exception {
        return EventLoop.run(loop ->
                loop.gather(Stream.generate(() -> loop.timeout(LIMIT, loop.createTask(() -> loop.completed("page"))))
                        .limit(TIMEOUTS)
                        .toList()));
    }

    /** A future with a timeout, which completes before it. */
    @Benchmark
    public String orTimeout() {
        var page = new CompletableFuture<String>().orTimeout(LIMIT.toNanos(), TimeUnit.NANOSECONDS);
        page.complete("page");
        return page.join();
    }

    /** A page that arrives at once. Nothing is measured unless all versions return it. */
    @State(Scope.Benchmark)
    public static class InstantPage implements Source {

        @Override
        public String fetch() {
            return "page";
        }

        @Override
        public CompletionStage<String> fetchOn(EventLoop loop) {
            return loop.completed("page");
        }

        String fetchedBy(Fetcher version) throws Exception {
            return version.fetch(this, Deadline.after("page", LIMIT));
        }

        @Setup(Level.Trial)
        public void compareVersions() throws Exception {
            for (Fetcher version : new Fetcher[] {
                new Sequential(),
                new WithThreadPool(),
                new WithEventLoop(),
                new WithVirtualThreads(),
                new WithCompletableFuture()
            }) {
                check(version);
            }
        }

        void check(Fetcher version) throws Exception {
            String page = fetchedBy(version);
            if (!page.equals("page")) {
                throw new AssertionError("Expected the page from " + version + ", but got " + page);
            }
        }
    }

    /** Loaded by name, because the class needs preview features, and the compiler of the other rows has none. */
    @State(Scope.Benchmark)
    public static class ScopedFetcher {
        private Fetcher fetcher = new Sequential();

        @Setup(Level.Trial)
        public void load(InstantPage page) throws Exception {
            fetcher = Class.forName("timeoutsandcancellation.structured.WithStructuredScope")
                    .asSubclass(Fetcher.class)
                    .getConstructor()
                    .newInstance();
            page.check(fetcher);
        }
    }
}
