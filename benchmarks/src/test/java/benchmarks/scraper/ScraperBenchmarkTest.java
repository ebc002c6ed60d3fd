package benchmarks.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import benchmarks.http.SiteProcess;
import benchmarks.scraper.ScraperBenchmark.LoadedPages;
import benchmarks.scraper.ScraperBenchmark.Scrapes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scraper.Result;
import scraper.Scraper;
import scraper.WithVirtualThreads;
import scraper.web.HttpWeb;
import scraper.web.Page;

/** A scraper that does not find the articles of all pages is not timed. */
@Timeout(120)
class ScraperBenchmarkTest {
    private static final int PAGES = 5;
    private static SiteProcess site;

    @BeforeAll
    static void openSite() throws IOException {
        site = new SiteProcess(new ArticlePages(), PAGES, Duration.ofMillis(1), Duration.ZERO);
    }

    @AfterAll
    static void closeSite() {
        site.close();
    }

    @Test
    void timesScraperThatFindsEverything() throws Exception {
        var scrapes = new ScrapesWith(results -> results);
        scrapes.prepare();

        assertThat(scrapes.all()).hasSize(PAGES).hasOnlyElementsOfType(Result.Fetched.class);
        scrapes.closeClient();
    }

    @Test
    void failsWhenScraperLosesPage() {
        var scrapes = new ScrapesWith(results -> results.subList(1, results.size()));

        assertThatThrownBy(scrapes::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected the articles of all pages, but scraped");
        scrapes.closeClient();
    }

    @Test
    void failsWhenScraperMixesPagesUp() {
        var scrapes = new ScrapesWith(List::reversed);

        assertThatThrownBy(scrapes::prepare)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expected the articles of all pages, but scraped");
        scrapes.closeClient();
    }

    @ParameterizedTest
    @EnumSource
    void parsesPagesInOrder(LoadedPages.ParserThreads threads) throws Exception {
        var pages = new LoadedPages();
        pages.pages = 3;
        pages.threads = threads;
        pages.write();

        assertThat(pages.parse())
                .extracting(Page::title)
                .containsExactly(
                        "The Millbrook Gazette, page 1",
                        "The Millbrook Gazette, page 2",
                        "The Millbrook Gazette, page 3");
        pages.close();
    }

    /** All pages of the test's site at once. The test damages the result. */
    private static final class ScrapesWith extends Scrapes {
        private final UnaryOperator<List<Result>> fault;

        ScrapesWith(UnaryOperator<List<Result>> fault) {
            this.fault = fault;
        }

        @Override
        protected int requests() {
            return PAGES;
        }

        @Override
        int atOnce() {
            return PAGES;
        }

        @Override
        Scraper version(HttpWeb web) {
            var scraper = new WithVirtualThreads(web, PAGES);
            return addresses -> fault.apply(scraper.scrape(addresses));
        }

        @Override
        protected SiteProcess openSite() {
            return site;
        }
    }
}
