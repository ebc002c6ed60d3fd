package benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import benchmarks.LimitsBenchmark.LimitedFetches;
import java.net.http.HttpClient;
import limits.Fetcher;
import limits.NoLimit;
import limits.Sequential;
import limits.WithVirtualThreads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What does not keep to the limit is not timed, nor what does not use all of it. */
@Timeout(120)
class LimitsBenchmarkTest {

    @Test
    void aFetcherThatKeepsToTheLimitIsTimed() throws Exception {
        var fetches = new FetchesWith(new WithVirtualThreads(HttpClient.newHttpClient(), 2));
        fetches.prepare();

        assertThat(fetches.all()).hasSize(8).containsOnly(200);
        assertThatCode(fetches::compareThePeak).doesNotThrowAnyException();
        fetches.close();
    }

    @Test
    void oneThatSendsMoreIsNot() throws Exception {
        var fetches = new FetchesWith(new NoLimit(HttpClient.newHttpClient()));
        fetches.prepare();

        assertThatThrownBy(fetches::compareThePeak)
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("the server has had [3-8] requests at once, not 2");
        fetches.close();
    }

    @Test
    void oneThatSendsFewerIsNotEither() throws Exception {
        var fetches = new FetchesWith(new Sequential(HttpClient.newHttpClient()));
        fetches.prepare();

        assertThatThrownBy(fetches::compareThePeak)
                .isInstanceOf(AssertionError.class)
                .hasMessage("the server has had 1 requests at once, not 2");
        fetches.close();
    }

    @Test
    void oneThatLosesAnAnswerIsNotEither() throws Exception {
        var fetcher = new WithVirtualThreads(HttpClient.newHttpClient(), 2);
        var fetches = new FetchesWith(addresses -> fetcher.fetchAll(addresses.subList(1, addresses.size())));

        assertThatThrownBy(fetches::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not all was answered 200");
        fetches.close();
    }

    @ParameterizedTest
    @EnumSource
    void allPassTheTurnstile(Turnstile.Fairness fairness) throws Exception {
        var turnstile = new Turnstile();
        turnstile.fairness = fairness;
        turnstile.permits = 10;
        turnstile.install();

        assertThat(turnstile.letAllPass()).isEqualTo(Turnstile.PASSES);
    }

    /** Two at once, so eight in all, with a fetcher of the test's. */
    private static final class FetchesWith extends LimitedFetches {
        private final Fetcher fetcher;

        FetchesWith(Fetcher fetcher) {
            this.fetcher = fetcher;
            latencyMillis = 50;
        }

        @Override
        int limit() {
            return 2;
        }

        @Override
        Fetcher version(HttpClient client) {
            return fetcher;
        }
    }
}
