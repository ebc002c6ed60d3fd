package benchmarks.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import benchmarks.http.SiteProcess;
import benchmarks.http.UserPages;
import benchmarks.limits.LimitsBenchmark.LimitedRequests;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import limits.Fetcher;
import limits.NoLimit;
import limits.Sequential;
import limits.WithVirtualThreads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A fetcher that exceeds the limit, or never reaches it, is not timed. All tests use one site. Its peak only grows, so
 * the fetcher with the most requests at once comes last.
 */
@Timeout(120)
@TestMethodOrder(OrderAnnotation.class)
class LimitsBenchmarkTest {
    private static final int LIMIT = 2;
    private static SiteProcess site;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void openSite() throws IOException {
        site = new SiteProcess(new UserPages(), 4 * LIMIT, Duration.ofMillis(50), Duration.ZERO);
    }

    @AfterAll
    static void closeSite() {
        site.close();
    }

    @Test
    @Order(1)
    void failsWhenFetcherSendsFewerRequestsAtOnce() throws Exception {
        var requests = new RequestsWith(new Sequential(client));
        requests.prepare();

        assertThatThrownBy(requests::checkPeak)
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected 2 requests at once, but the site had 1");
        requests.closeClient();
    }

    @Test
    @Order(2)
    void timesFetcherThatKeepsToTheLimit() throws Exception {
        var requests = new RequestsWith(new WithVirtualThreads(client, LIMIT));
        requests.prepare();

        assertThat(requests.all()).hasSize(4 * LIMIT).containsOnly(200);
        assertThatCode(requests::checkPeak).doesNotThrowAnyException();
        requests.closeClient();
    }

    @Test
    @Order(3)
    void failsWhenFetcherLosesAnAnswer() {
        var fetcher = new WithVirtualThreads(client, LIMIT);
        var requests = new RequestsWith(addresses -> fetcher.fetchAll(addresses.subList(1, addresses.size())));

        assertThatThrownBy(requests::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected 8 times 200, but got [");
        requests.closeClient();
    }

    @Test
    @Order(4)
    void failsWhenFetcherSendsMoreRequestsAtOnce() throws Exception {
        var requests = new RequestsWith(new NoLimit(client));
        requests.prepare();

        assertThatThrownBy(requests::checkPeak)
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("Expected 2 requests at once, but the site had [3-8]");
        requests.closeClient();
    }

    @ParameterizedTest
    @EnumSource
    void everyThreadAcquiresTheSemaphore(ContendedSemaphore.Fairness fairness) throws Exception {
        var semaphore = new ContendedSemaphore();
        semaphore.fairness = fairness;
        semaphore.permits = 10;
        semaphore.create();

        assertThat(semaphore.acquireAll()).isEqualTo(ContendedSemaphore.ACQUISITIONS);
    }

    /** Two at once, eight in all, with a fetcher of the test. */
    private static final class RequestsWith extends LimitedRequests {
        private final Fetcher fetcher;

        RequestsWith(Fetcher fetcher) {
            this.fetcher = fetcher;
        }

        @Override
        int limit() {
            return LIMIT;
        }

        @Override
        Fetcher version(HttpClient unused) {
            return fetcher;
        }

        @Override
        protected SiteProcess openSite() {
            return site;
        }
    }
}
