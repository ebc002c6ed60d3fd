package benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import benchmarks.FetchBenchmark.Fetches;
import benchmarks.FetchBenchmark.FirstBatch;
import benchmarks.FetchClient.OnJdkClient;
import fetch.User;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What must not be timed fails, and says why. */
@Timeout(120)
class FetchBenchmarkTest {

    @Test
    void aServerThatIsTheBottleneckMakesTheBenchmarkFail() {
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
                    .hasStackTraceContaining("the server is the bottleneck: 10 requests took");
        } finally {
            System.clearProperty("fetch.serverWork");
        }
    }

    @Test
    void aClientThatLosesAPageIsNotTimed() throws Exception {
        var fetches = new FetchesOf(new Faulty() {
            @Override
            List<User> spoilt(List<User> bodies) {
                return bodies.subList(1, bodies.size());
            }
        });

        assertThatThrownBy(fetches::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not what is on the pages")
                .hasMessageContaining("User 2");
        fetches.close();
    }

    @Test
    void aClientThatMixesPagesUpIsNotTimed() throws Exception {
        var fetches = new FetchesOf(new Faulty() {
            @Override
            List<User> spoilt(List<User> bodies) {
                return bodies.reversed();
            }
        });

        assertThatThrownBy(fetches::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not what is on the pages");
        fetches.close();
    }

    @Test
    void moreConnectionsThanASystemHasFilesAreRefusedWithTheCommandThatAllowsThem() {
        assertThatThrownBy(() -> Fetches.checkOpenFiles(2_000_000_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2,000,000,000 requests at once")
                .hasMessageContaining("ulimit -n");
    }

    @Test
    void theFirstBatchOfAProcessIsFetchedOnceAndComparedAfterwards() throws Exception {
        var first = new FirstBatch();
        first.client = FetchClients.VIRTUAL_THREADS;
        first.requests = 5;
        first.latencyMillis = 1;
        first.prepare();

        assertThatThrownBy(first::compare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not what is on the pages");
        assertThat(first.all()).hasSize(5);
        assertThatCode(first::compare).doesNotThrowAnyException();
        assertThatThrownBy(first::all)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a process has one first batch only");
        first.close();
    }

    @Test
    void aiohttpFetchesAsTheOthersDo() throws Exception {
        assumeThat(Python.here()).isEqualTo(Python.WITH_AIOHTTP);

        try (var server = new FetchServer(Content.USERS, Duration.ofMillis(1), Duration.ZERO);
                var client = FetchClients.AIOHTTP.open(5)) {
            assertThat(client.fetchAll(server.pages(20))).isEqualTo(Content.users(20));
            assertThat(client.fetchAll(server.pages(3))).isEqualTo(Content.users(3));
            assertThat(server.peak()).as("of its five connections").isBetween(1, 5);
            assertThat(client.computed()).isPositive();
        }
    }

    @Test
    void aScriptThatCannotImportAiohttpIsNotTimed() throws Exception {
        assumeThat(Python.here()).isEqualTo(Python.WITHOUT_AIOHTTP);

        try (var client = FetchClients.AIOHTTP.open(5)) {
            assertThatThrownBy(() -> client.fetchAll(List.of())).hasMessageContaining("python3 has ended");
        }
    }

    @Test
    void vertxComesWithFiveConnectionsAsItsRowSays() {
        assertThat(FetchClient.OnVertx.DEFAULT_CONNECTIONS).isEqualTo(5);
    }

    /** Five fetches with a client of the test's. */
    private static final class FetchesOf extends Fetches {
        private final FetchClient client;

        FetchesOf(FetchClient client) {
            this.client = client;
            latencyMillis = 1;
        }

        @Override
        int requests() {
            return 5;
        }

        @Override
        FetchClient openClient() {
            return client;
        }
    }

    /** Fetches well, and then spoils what it has fetched. */
    private abstract static class Faulty implements FetchClient {
        private final FetchClient client = OnJdkClient.onVirtualThreads();

        abstract List<User> spoilt(List<User> bodies);

        @Override
        public List<User> fetchAll(List<URI> pages) throws Exception {
            return spoilt(client.fetchAll(pages));
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
