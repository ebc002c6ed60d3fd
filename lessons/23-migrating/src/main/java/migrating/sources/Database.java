package migrating.sources;

import java.sql.SQLException;
import java.time.Instant;

/** The bookings of all shops, behind a pool of connections. */
public interface Database {

    /** Borrows a connection, and begins a transaction on it. Waits as long as no connection is free. */
    Connection connect() throws SQLException, InterruptedException;

    /** A transaction on a borrowed connection. Not thread-safe: one thread at a time may use it. */
    interface Connection extends AutoCloseable {

        /** The sales of a shop, as they were when the transaction began. */
        Sales sales(Shop shop) throws SQLException, InterruptedException;

        /** The same, without bookings after this moment. */
        Sales salesUntil(Instant moment, Shop shop) throws SQLException, InterruptedException;

        /** Ends the transaction, and gives the connection back. */
        @Override
        void close() throws SQLException;
    }
}
