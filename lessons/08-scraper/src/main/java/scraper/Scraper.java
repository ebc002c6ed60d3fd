package scraper;

import java.util.List;

/**
 * Fetches pages and sums up what is on them. From "Boosting Python Performance with asyncio", which scrapes four sites,
 * and "Mastering async/await", which parses what it gets and does not let one bad site spoil the others.
 */
public interface Scraper {

    /**
     * Prints a line for each address as soon as it is known what became of it, and returns the results in the order of
     * the addresses. A page that cannot be fetched is a result, too.
     *
     * @throws Exception when scraping itself fails; {@link InterruptedException} when the scraper is told to stop
     */
    List<Result> scrape(List<String> addresses) throws Exception;
}
