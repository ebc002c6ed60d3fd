package benchmarks.scraper;

import static java.nio.charset.StandardCharsets.UTF_8;

import benchmarks.http.RequestBatches;
import benchmarks.http.SiteProcess;
import benchmarks.output.StandardOutput;
import benchmarks.quick.ExcludedFromQuick;
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
 * The versions of lesson 08: pages of 50 kB, each of which arrives after a tenth of a second, all at once. The
 * connections are open already. {@link #parsing} is the part that computes.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
@ExcludedFromQuick(rows = "pages=10", because = "100 pages show the most")
public class ScraperBenchmark {

    @Benchmark
    @Warmup(iterations = 1)
    @Fork(1)
    @ExcludedFromQuick(because = "a quick run compares concurrent versions only")
    public List<Result> sequential(SequentialScrapes scrapes) throws Exception {
        return scrapes.all();
    }

    @Benchmark
    public List<Result> threadPool(ThreadPoolScrapes scrapes) throws Exception {
        return scrapes.all();
    }

    @Benchmark
    public List<Result> eventLoop(EventLoopScrapes scrapes) throws Exception {
        return scrapes.all();
    }

    @Benchmark
    public List<Result> virtualThreads(VirtualThreadScrapes scrapes) throws Exception {
        return scrapes.all();
    }

    /** The same pages, without any network. */
    @Benchmark
    @ExcludedFromQuick(because = "a quick run compares concurrent versions only")
    public List<Page> parsing(LoadedPages pages) throws Exception {
        return pages.parse();
    }

    /** A hundred take ten seconds. */
    public static class SequentialScrapes extends Scrapes {
        @Param("10")
        public int pages;

        @Override
        protected int requests() {
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

    /** For concurrent versions, which scrape all pages at once. */
    public abstract static class ConcurrentScrapes extends Scrapes {
        @Param({"10", "100"})
        public int pages;

        @Override
        protected int requests() {
            return pages;
        }

        @Override
        int atOnce() {
            return pages;
        }
    }

    public static class ThreadPoolScrapes extends ConcurrentScrapes {
        @Override
        Scraper version(HttpWeb web) {
            return new WithThreadPool(web, pages);
        }
    }

    public static class EventLoopScrapes extends ConcurrentScrapes {
        @Override
        Scraper version(HttpWeb web) {
            return new WithEventLoop(web, pages);
        }
    }

    public static class VirtualThreadScrapes extends ConcurrentScrapes {
        @Override
        Scraper version(HttpWeb web) {
            return new WithVirtualThreads(web, pages);
        }
    }

    /** A newspaper and a scraper. Fails unless the scraper finds the article of each page. */
    public abstract static class Scrapes extends RequestBatches {
        private static final Duration TIMEOUT = Duration.ofSeconds(30);
        private static final int MAX_CHARACTERS = 1_000_000;

        @Param("100")
        public int latencyMillis;

        private final StandardOutput output = new StandardOutput();
        private HttpWeb web;
        private Scraper scraper;
        private List<String> addresses = List.of();

        /** How many requests the version sends at once. */
        abstract int atOnce();

        abstract Scraper version(HttpWeb web);

        @Override
        protected void openClient() {
            web = new HttpWeb(new Limits(TIMEOUT, MAX_CHARACTERS, atOnce()));
            scraper = version(web);
            output.mute();
        }

        @Override
        protected SiteProcess openSite() throws IOException {
            return new SiteProcess(new ArticlePages(), requests(), Duration.ofMillis(latencyMillis), Duration.ZERO);
        }

        @Override
        protected void check(List<URI> pages) throws Exception {
            addresses = pages.stream().map(URI::toString).toList();
            checkPages(scraper.scrape(addresses));
        }

        private void checkPages(List<Result> scraped) {
            List<Result> expected = IntStream.rangeClosed(1, addresses.size())
                    .mapToObj(number -> new Article(number).page(addresses.get(number - 1)))
                    .<Result>map(Result.Fetched::new)
                    .toList();
            if (!scraped.equals(expected)) {
                throw new AssertionError("Expected the articles of all pages, but scraped " + scraped);
            }
        }

        List<Result> all() throws Exception {
            countBatch();
            return scraper.scrape(addresses);
        }

        @Override
        protected Duration ideal() {
            return Duration.ofMillis(latencyMillis).multipliedBy(Math.ceilDiv(requests(), atOnce()));
        }

        @Override
        protected void closeClient() {
            output.restore();
            web.close();
        }
    }

    /** Pages in memory. */
    @State(Scope.Benchmark)
    public static class LoadedPages {
        /** The number of threads that parse. */
        public enum ParserThreads {
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
        public ParserThreads threads;

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
                throw new AssertionError("Expected the articles of all pages, but parsed " + parse());
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
