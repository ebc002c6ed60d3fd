package scraper.web;

/** Where pages are, for those who may wait. */
public interface Web {

    /**
     * Waits for a page.
     *
     * @throws FetchException when there is none to be had
     */
    Page fetch(String address) throws FetchException, InterruptedException;
}
