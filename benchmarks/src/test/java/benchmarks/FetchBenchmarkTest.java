package benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import benchmarks.FetchBenchmark.Fetches;
import benchmarks.FetchClient.OnJdkClient;
import fetch.User;
import java.net.URI;
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
            var once = new OptionsBuilder().include("FetchBenchmark.virtualThreads$").param("requests", "10").forks(0)
                    .warmupIterations(0).measurementIterations(1).mode(Mode.SingleShotTime).verbosity(
                            VerboseMode.SILENT)
                    .shouldFailOnError(true).build();

            assertThatThrownBy(() -> new Runner(once).run()).isInstanceOf(RunnerException.class)
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

        assertThatThrownBy(fetches::prepare).isInstanceOf(AssertionError.class).hasMessageContaining(
                "is not what is on the pages").hasMessageContaining("User 2");
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

        assertThatThrownBy(fetches::prepare).isInstanceOf(AssertionError.class).hasMessageContaining(
                "is not what is on the pages");
        fetches.close();
    }

    @Test
    void moreConnectionsThanASystemHasFilesAreRefusedWithTheCommandThatAllowsThem() {
        assertThatThrownBy(() -> Fetches.checkOpenFiles(2_000_000_000)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2,000,000,000 requests at once").hasMessageContaining("ulimit -n");
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
