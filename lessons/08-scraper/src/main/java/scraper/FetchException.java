package scraper;

/** A page could not be fetched; the message says why in plain words. */
public final class FetchException extends Exception {

    FetchException(String why) {
        super(why);
    }

    FetchException(String why, Throwable cause) {
        super(why, cause);
    }
}
