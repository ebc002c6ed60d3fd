package scraper.web;

/** A page could not be fetched; the message says why in plain words. */
public final class FetchException extends Exception {

    /** The page itself is the reason: it is missing, or no HTML. */
    public FetchException(String why) {
        super(why);
    }

    /** An exception of the client is the reason. */
    public FetchException(String why, Throwable cause) {
        super(why, cause);
    }
}
