package gatherandtasks;

/** A source did not answer. The message names the source. */
public final class FetchFailedException extends RuntimeException {

    /** Creates an exception with this message. */
    public FetchFailedException(String message) {
        super(message);
    }
}
