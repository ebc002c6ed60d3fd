package contextmanager;

/** A database whose methods block the calling thread. */
public interface Database {

    /** Opens a connection; throws a {@link DatabaseException} if that fails. */
    Connection connect() throws InterruptedException;

    /** Sends one query at a time. It is not thread-safe. */
    interface Connection extends AutoCloseable {
        /** Returns the result of a query; throws a {@link DatabaseException} if the query fails. */
        String query(String sql) throws InterruptedException;

        /** Closes the connection, even if the thread is interrupted. Throws no {@code InterruptedException}. */
        @Override
        void close();
    }
}
