package contextmanager;

/** Thrown when a database cannot be reached, or rejects a query. */
public final class DatabaseException extends RuntimeException {

    /** Creates an exception without a cause. */
    public DatabaseException(String message) {
        super(message);
    }

    /** Creates an exception that wraps the exception of a driver. */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
