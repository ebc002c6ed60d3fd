package gatherandtasks;

/** A source did not answer; the message says which. */
public final class FetchFailedException extends RuntimeException {

    /** A failure with this message. */
    public FetchFailedException(String message) {
        super(message);
    }
}
