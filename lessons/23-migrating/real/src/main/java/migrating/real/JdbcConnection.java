package migrating.real;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import migrating.sources.Database;
import migrating.sources.Sales;
import migrating.sources.Shop;

/** A transaction on a borrowed JDBC connection. Its queries block their thread. */
final class JdbcConnection implements Database.Connection {

    private static final String SUMS =
            "SELECT COALESCE(SUM(SIGN(cents)), 0), COALESCE(SUM(cents), 0), pause(?) FROM booking WHERE shop = ?";

    private final Connection connection;
    private final Duration latency;

    JdbcConnection(Connection connection, Duration latency) {
        this.connection = connection;
        this.latency = latency;
    }

    @Override
    public Sales sales(Shop shop) throws SQLException, InterruptedException {
        try (var query = connection.prepareStatement(SUMS)) {
            return sum(query, shop);
        }
    }

    @Override
    public Sales salesUntil(Instant moment, Shop shop) throws SQLException, InterruptedException {
        try (var query = connection.prepareStatement(SUMS + " AND booked <= ?")) {
            query.setObject(3, moment);
            return sum(query, shop);
        }
    }

    private Sales sum(PreparedStatement query, Shop shop) throws SQLException, InterruptedException {
        query.setLong(1, latency.toMillis());
        query.setInt(2, shop.number());
        try (var rows = query.executeQuery()) {
            rows.next();
            return new Sales(rows.getLong(1), rows.getLong(2));
        } catch (SQLException failure) {
            if (Thread.interrupted()) { // H2 sets the flag again when it wraps the exception of the pause
                throw new InterruptedException("interrupted during a query");
            }
            throw failure;
        }
    }

    /** Ends the transaction. The pool gets the connection back. */
    @Override
    public void close() throws SQLException {
        try {
            connection.rollback(); // the report only reads
        } finally {
            connection.close();
        }
    }
}
