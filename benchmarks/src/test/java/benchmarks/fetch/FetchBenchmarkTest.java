package benchmarks.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import benchmarks.fetch.FetchBenchmark.Fetches;
import benchmarks.fetch.FetchBenchmark.FirstFetches;
import benchmarks.fetch.FetchClient.InJava;
import benchmarks.http.SiteProcess;
import benchmarks.http.UserPages;
import benchmarks.python.Python;
import fetch.User;
import io.vertx.core.http.PoolOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** A benchmark that would measure something wrong fails with the reason. */
@Timeout(120)
class FetchBenchmarkTest {
    private static final int PAGES = 5;
    private static SiteProcess site;

    @BeforeAll
    static void openSite() throws IOException {
        site = new SiteProcess(new UserPages(), PAGES, Duration.ofMillis(1), Duration.ZERO);
    }

    @AfterAll
    static void closeSite() {
        site.close();
    }

    @Test
    void failsWhenSiteIsTheBottleneck() {
        System.setProperty("fetch.serverWork", "PT0.05S");
        try {
            var once = new OptionsBuilder()
                    .include("FetchBenchmark.virtualThreads$")
                    .param("requests", "10")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .mode(Mode.SingleShotTime)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .build();

            assertThatThrownBy(() -> new Runner(once).run())
                    .isInstanceOf(RunnerException.class)
                    .hasStackTraceContaining("The server is the bottleneck: 10 requests took");
        } finally {
            System.clearProperty("fetch.serverWork");
        }
    }

    @Test
    void failsWhenClientLosesPage() {
        var fetches = new FetchesWith(new FaultyClient(users -> users.subList(1, users.size())));

        assertThatThrownBy(fetches::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected the users of the 5 pages, but fetched [")
                .hasMessageContaining("User 2");
        fetches.closeClient();
    }

    @Test
    void failsWhenClientReordersPages() {
        var fetches = new FetchesWith(new FaultyClient(List::reversed));

        assertThatThrownBy(fetches::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected the users of the 5 pages, but fetched [");
        fetches.closeClient();
    }

    @Test
    void refusesMoreConnectionsThanOpenFiles() {
        assertThatThrownBy(() -> Fetches.checkOpenFiles(2_000_000_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2,000,000,000 requests at once")
                .hasMessageContaining("ulimit -n");
    }

    @Test
    void firstBatchIsFetchedOnceAndCheckedAfterwards() throws Exception {
        var first = new FirstFetchesOfTheTest();
        first.prepare();

        assertThatThrownBy(first::checkFetched)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected the users of the 5 pages, but fetched []");
        assertThat(first.all()).hasSize(PAGES);
        assertThatCode(first::checkFetched).doesNotThrowAnyException();
        assertThatThrownBy(first::all)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only one first batch");
        first.closeClient();
    }

    @Test
    void aiohttpFetchesTheSameUsers() throws Exception {
        assumeThat(Python.here()).isEqualTo(Python.WITH_AIOHTTP);

        try (var pages = new SiteProcess(new UserPages(), 20, Duration.ofMillis(1), Duration.ZERO);
                var client = FetchClients.AIOHTTP.open(5)) {
            assertThat(client.fetchAll(pages.pages())).isEqualTo(users(20));
            assertThat(client.fetchAll(pages.pages().subList(0, 3))).isEqualTo(users(3));
            assertThat(pages.peak()).as("of its five connections").isBetween(1, 5);
            assertThat(client.processorTime()).isPositive();
        }
    }

    private static List<User> users(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new User(number, "User " + number))
                .toList();
    }

    @Test
    void failsWhenScriptCannotImportAiohttp() throws Exception {
        assumeThat(Python.here()).isEqualTo(Python.WITHOUT_AIOHTTP);

        try (var client = FetchClients.AIOHTTP.open(5)) {
            assertThatThrownBy(() -> client.fetchAll(List.of())).hasMessageContaining("python3 has ended");
        }
    }

    @Test
    void vertxHasFiveConnectionsByDefault() {
        assertThat(PoolOptions.DEFAULT_MAX_POOL_SIZE).isEqualTo(5);
    }

    /** Fetches from the test's site with the test's client. */
    private static final class FetchesWith extends Fetches {
        private final FetchClient client;

        FetchesWith(FetchClient client) {
            this.client = client;
        }

        @Override
        protected int requests() {
            return PAGES;
        }

        @Override
        FetchClient newClient() {
            return client;
        }

        @Override
        protected SiteProcess openSite() {
            return site;
        }
    }

    private static final class FirstFetchesOfTheTest extends FirstFetches {
        FirstFetchesOfTheTest() {
            client = FetchClients.VIRTUAL_THREADS;
            requests = PAGES;
        }

        @Override
        protected SiteProcess openSite() {
            return site;
        }
    }

    /** Fetches correctly, and then damages the result. */
    private record FaultyClient(FetchClient client, UnaryOperator<List<User>> fault) implements FetchClient {

        FaultyClient(UnaryOperator<List<User>> fault) {
            this(InJava.onVirtualThreads(), fault);
        }

        @Override
        public List<User> fetchAll(List<URI> pages) throws Exception {
            return fault.apply(client.fetchAll(pages));
        }

        @Override
        public int atOnce(int requests) {
            return requests;
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
