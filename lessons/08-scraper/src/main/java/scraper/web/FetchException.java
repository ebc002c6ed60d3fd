package scraper.web;

/** A page could not be fetched. The message says why, in a few words for the user. */
public final class FetchException extends Exception {

    /** A failure without an exception as its cause, such as a missing page. */
    public FetchException(String why) {
        super(why);
    }

    /** A failure that an exception of the HTTP client has caused. */
    public FetchException(String why, Throwable cause) {
        super(why, cause);
    }
}
