package scraper;

import java.util.List;

/**
 * Fetches pages and summarizes them. The examples come from "Boosting Python Performance with asyncio", which scrapes
 * four sites, and "Mastering async/await", which parses the pages and keeps the good ones when another fails.
 */
public interface Scraper {

    /**
     * Prints a line for each address as soon as its result is known, and returns the results in the order of the
     * addresses. A failed fetch is a result too.
     *
     * @throws Exception when scraping itself fails; {@link InterruptedException} when the thread is interrupted
     */
    List<Result> scrape(List<String> addresses) throws Exception;
}
