package scraper;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.testbrowser.TestBrowser;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scraper.web.Gazette;
import scraper.web.HttpWeb;
import scraper.web.Limits;
import scraper.web.Page;

/** Compares the summaries with a real browser. Skipped on a machine without Chromium; CI installs it. */
@Tag("slow")
@Timeout(180)
class BrowserTest {
    private static final Limits LONG_TIMEOUT = new Limits(ofMinutes(2), 200_000, 1);

    @Test
    void summaryOfEachPageMatchesBrowser() throws Exception {
        try (var browser = TestBrowser.start();
                var gazette = Gazette.open(ZERO);
                var web = new HttpWeb(LONG_TIMEOUT)) {
            assertThat(gazette.pages()).hasSize(4);
            for (String address : gazette.pages()) {
                Page page = web.fetch(address);

                assertThat(List.of(page.title(), page.links(), page.images()))
                        .as(address)
                        .isEqualTo(seen(browser, address));
                assertThat(page.links()).as(address).isPositive();
            }
        }
    }

    private static List<?> seen(TestBrowser browser, String address) {
        browser.driver().get(address);
        return (List<?>) browser.driver()
                .executeScript("return [document.title, document.links.length, document.images.length]");
    }
}
