package contextmanager;

/** A database whose calls block: the calling thread waits for the answer. */
public interface Database {

    /** Waits until there is a connection; throws {@link DatabaseException} when there will be none. */
    Connection connect() throws InterruptedException;

    /** Belongs to one thread at a time, and asks one question at a time. */
    interface Connection extends AutoCloseable {
        /** Waits for the answer; throws {@link DatabaseException} when the query fails. */
        String query(String sql) throws InterruptedException;

        /** Throws no {@code InterruptedException}: a thread that is to stop closes what it holds all the same. */
        @Override
        void close();
    }
}
