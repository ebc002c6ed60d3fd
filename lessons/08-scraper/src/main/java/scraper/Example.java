package scraper;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import scraper.web.Gazette;
import scraper.web.HttpWeb;
import scraper.web.Limits;
import scraper.web.Page;
import scraper.web.TerminalText;

/** What every version runs: it scrapes the local site, or the addresses that are given as arguments. */
final class Example {

    /** The limits for the local site: a timeout of two seconds, and all eleven pages at once. */
    static final Limits LOCAL = new Limits(ofSeconds(2), 200_000, 11);

    private Example() {}

    /** Creates a version of the scraper. */
    interface Factory {
        Scraper scraper(HttpWeb web, int atOnce);
    }

    static void run(String[] addresses, Factory version) throws Exception {
        if (addresses.length > 0) {
            scrape(List.of(addresses), Limits.POLITE, version);
            return;
        }
        try (var gazette = Gazette.open(ofSeconds(1))) {
            scrape(allAddresses(gazette), LOCAL, version);
        }
    }

    static List<String> allAddresses(Gazette gazette) {
        return Stream.of(gazette.pages(), gazette.failures(), gazette.hanging())
                .flatMap(List::stream)
                .toList();
    }

    static void scrape(List<String> addresses, Limits limits, Factory version) throws Exception {
        try (var web = new HttpWeb(limits)) {
            long begin = System.nanoTime();
            List<Result> results = version.scraper(web, limits.atOnce()).scrape(addresses);
            print(results, Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    static void print(List<Result> results, Duration time) {
        List<Page> pages = results.stream()
                .filter(Result.Fetched.class::isInstance)
                .map(result -> ((Result.Fetched) result).page())
                .toList();
        IO.println(String.format(
                Locale.ROOT, "%d of %d pages in %.1f s", pages.size(), results.size(), time.toMillis() / 1000.0));
        if (!pages.isEmpty()) {
            IO.println("  links  images  title");
        }
        for (Page page : pages) {
            String title = TerminalText.shortened(page.title(), 60);
            IO.println(String.format(Locale.ROOT, "  %5d  %6d  %s", page.links(), page.images(), title));
        }
    }
}
