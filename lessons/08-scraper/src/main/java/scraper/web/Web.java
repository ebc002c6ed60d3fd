package scraper.web;

/** The web, for callers that may block. */
public interface Web {

    /**
     * Blocks until the page has arrived.
     *
     * @throws FetchException when the page cannot be fetched
     */
    Page fetch(String address) throws FetchException, InterruptedException;
}
