package scraper.web;

/**
 * A page could not be fetched. The message says why, in a few words for the user, and is safe to print even if it
 * quotes the server.
 */
public final class FetchException extends Exception {

    private static final int MAX_LENGTH = 200;

    /** A failure without an exception as its cause, such as a missing page. */
    public FetchException(String why) {
        super(safe(why));
    }

    /** A failure that an exception of the HTTP client has caused. */
    public FetchException(String why, Throwable cause) {
        super(safe(why), cause);
    }

    private static String safe(String why) {
        return TerminalText.shortened(TerminalText.of(why), MAX_LENGTH);
    }
}
