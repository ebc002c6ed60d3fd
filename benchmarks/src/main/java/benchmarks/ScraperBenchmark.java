package benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import scraper.Result;
import scraper.Scraper;
import scraper.WithEventLoop;
import scraper.WithThreadPool;
import scraper.WithVirtualThreads;
import scraper.web.HttpWeb;
import scraper.web.Limits;
import scraper.web.Page;

/**
 * The versions of lesson 08: pages of 50 kB, of which each comes after a tenth of a second, all at once; and what of
 * that is parsing, which is work and no waiting. The connections are open already.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class ScraperBenchmark {

    @Benchmark
    @Warmup(iterations = 1)
    @Fork(1)
    public List<Result> sequential(Sequential scrapes) throws Exception {
        return scrapes.all();
    }

    @Benchmark
    public List<Result> threadPool(ThreadPool scrapes) throws Exception {
        return scrapes.all();
    }

    @Benchmark
    public List<Result> eventLoop(EventLoop scrapes) throws Exception {
        return scrapes.all();
    }

    @Benchmark
    public List<Result> virtualThreads(VirtualThreads scrapes) throws Exception {
        return scrapes.all();
    }

    /** The same pages, as if all had come already. */
    @Benchmark
    public List<Page> parsing(Sources sources) throws Exception {
        return sources.parse();
    }

    /** A hundred take ten seconds. */
    public static class Sequential extends Scrapes {
        @Param("10")
        public int pages;

        @Override
        int requests() {
            return pages;
        }

        @Override
        int atOnce() {
            return 1;
        }

        @Override
        Scraper version(HttpWeb web) {
            return new scraper.Sequential(web);
        }
    }

    /** As many at once as there are. */
    public abstract static class AllAtOnce extends Scrapes {
        @Param({"10", "100"})
        public int pages;

        @Override
        int requests() {
            return pages;
        }

        @Override
        int atOnce() {
            return pages;
        }
    }

    public static class ThreadPool extends AllAtOnce {
        @Override
        Scraper version(HttpWeb web) {
            return new WithThreadPool(web, pages);
        }
    }

    public static class EventLoop extends AllAtOnce {
        @Override
        Scraper version(HttpWeb web) {
            return new WithEventLoop(web, pages);
        }
    }

    public static class VirtualThreads extends AllAtOnce {
        @Override
        Scraper version(HttpWeb web) {
            return new WithVirtualThreads(web, pages);
        }
    }

    /** A newspaper and a scraper, which must find on each page what is there. */
    public abstract static class Scrapes extends Batches {
        private static final Duration PATIENCE = Duration.ofSeconds(30);
        private static final int LARGE = 1_000_000;

        @Param("100")
        public int latencyMillis;

        private final StandardOutput output = new StandardOutput();
        private HttpWeb web;
        private Scraper scraper;
        private List<String> addresses = List.of();

        /** How many pages are on their way at the same time. */
        abstract int atOnce();

        abstract Scraper version(HttpWeb web);

        @Override
        FetchServer open() throws IOException {
            web = new HttpWeb(new Limits(PATIENCE, LARGE, atOnce()));
            scraper = version(web);
            output.mute();
            return new FetchServer(Content.ARTICLES, Duration.ofMillis(latencyMillis), Duration.ZERO);
        }

        @Override
        void compare(List<URI> pages) throws Exception {
            addresses = pages.stream().map(URI::toString).toList();
            check(scraper.scrape(addresses));
        }

        void check(List<Result> scraped) {
            List<Result> expected = IntStream.rangeClosed(1, addresses.size())
                    .mapToObj(number -> new Article(number).page(addresses.get(number - 1)))
                    .<Result>map(Result.Fetched::new)
                    .toList();
            if (!scraped.equals(expected)) {
                throw new AssertionError("what was scraped is not what is on the pages: " + scraped);
            }
        }

        List<Result> all() throws Exception {
            count();
            return scraper.scrape(addresses);
        }

        @Override
        Duration ideal() {
            return Duration.ofMillis(latencyMillis).multipliedBy(Math.ceilDiv(requests(), atOnce()));
        }

        @Override
        void closeClient() {
            output.restore();
            web.close();
        }
    }

    /** Pages that are there already. */
    @State(Scope.Benchmark)
    public static class Sources {
        /** Who parses. */
        public enum Threads {
            ONE_THREAD,
            A_THREAD_FOR_EACH_PROCESSOR;

            ExecutorService open() {
                return Executors.newFixedThreadPool(
                        this == ONE_THREAD ? 1 : Runtime.getRuntime().availableProcessors());
            }
        }

        @Param("100")
        public int pages;

        @Param
        public Threads threads;

        private List<Callable<Page>> parsings = List.of();
        private ExecutorService pool;

        @Setup(Level.Trial)
        public void write() throws Exception {
            pool = threads.open();
            List<Article> articles =
                    IntStream.rangeClosed(1, pages).mapToObj(Article::new).toList();
            parsings = articles.stream()
                    .map(article -> article.html().getBytes(UTF_8))
                    .<Callable<Page>>map(source -> () -> Page.parse("", source, Optional.of(UTF_8)))
                    .toList();
            List<Page> expected =
                    articles.stream().map(article -> article.page("")).toList();
            if (!parse().equals(expected)) {
                throw new AssertionError("what was parsed is not what is on the pages: " + parse());
            }
        }

        List<Page> parse() throws Exception {
            var parsed = new ArrayList<Page>();
            for (var parsing : pool.invokeAll(parsings)) {
                parsed.add(parsing.get());
            }
            return parsed;
        }

        @TearDown(Level.Trial)
        public void close() {
            pool.close();
        }
    }
}
