package contextmanager;

/** A database refused a request, or could not carry it out. */
public final class DatabaseException extends RuntimeException {

    /** A failure of the database itself. */
    public DatabaseException(String message) {
        super(message);
    }

    /** A failure that a driver reported. */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
