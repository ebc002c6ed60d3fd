package benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import benchmarks.ScraperBenchmark.Scrapes;
import benchmarks.ScraperBenchmark.Sources;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scraper.Result;
import scraper.Scraper;
import scraper.WithVirtualThreads;
import scraper.web.HttpWeb;
import scraper.web.Page;

/** What does not find what is on the pages is not timed. */
@Timeout(120)
class ScraperBenchmarkTest {

    @Test
    void aScraperThatFindsEverythingIsTimed() throws Exception {
        var scrapes = new ScrapesWith(results -> results);
        scrapes.prepare();

        assertThat(scrapes.all()).hasSize(5).hasOnlyElementsOfType(Result.Fetched.class);
        scrapes.close();
    }

    @Test
    void oneThatLosesAPageIsNot() throws Exception {
        var scrapes = new ScrapesWith(results -> results.subList(1, results.size()));

        assertThatThrownBy(scrapes::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not what is on the pages");
        scrapes.close();
    }

    @Test
    void oneThatMixesPagesUpIsNotEither() throws Exception {
        var scrapes = new ScrapesWith(List::reversed);

        assertThatThrownBy(scrapes::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("is not what is on the pages");
        scrapes.close();
    }

    @ParameterizedTest
    @EnumSource
    void pagesAreParsedInTheirOrder(Sources.Threads threads) throws Exception {
        var sources = new Sources();
        sources.pages = 3;
        sources.threads = threads;
        sources.write();

        assertThat(sources.parse())
                .extracting(Page::title)
                .containsExactly(
                        "The Millbrook Gazette, page 1",
                        "The Millbrook Gazette, page 2",
                        "The Millbrook Gazette, page 3");
        sources.close();
    }

    /** Five pages at once, of which the test spoils what was found. */
    private static final class ScrapesWith extends Scrapes {
        private final UnaryOperator<List<Result>> fault;

        ScrapesWith(UnaryOperator<List<Result>> fault) {
            this.fault = fault;
            latencyMillis = 1;
        }

        @Override
        int requests() {
            return 5;
        }

        @Override
        int atOnce() {
            return 5;
        }

        @Override
        Scraper version(HttpWeb web) {
            var scraper = new WithVirtualThreads(web, 5);
            return addresses -> fault.apply(scraper.scrape(addresses));
        }
    }
}
