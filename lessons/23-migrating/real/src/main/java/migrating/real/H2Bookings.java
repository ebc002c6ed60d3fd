package migrating.real;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import migrating.sources.Booking;

/** An H2 database in memory with the bookings of all shops. Public, so that H2 can call {@link #pause}. */
public final class H2Bookings implements AutoCloseable {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID();
    /** Keeps the database alive: H2 deletes it when the last connection is closed. */
    private final Connection keepAlive;

    H2Bookings(List<Booking> bookings) throws SQLException {
        keepAlive = DriverManager.getConnection(url);
        try (var statement = keepAlive.createStatement()) {
            statement.execute("CREATE ALIAS pause FOR 'migrating.real.H2Bookings.pause'");
            statement.execute("CREATE TABLE booking (shop INT, cents BIGINT, booked TIMESTAMP(9) WITH TIME ZONE)");
            statement.execute("CREATE INDEX by_shop ON booking (shop)");
        }
        insert(keepAlive, bookings);
    }

    String url() {
        return url;
    }

    /** The user-defined function {@code pause}. H2 calls it on the thread that executes the query. */
    public static int pause(long millis) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(millis));
        return 0;
    }

    /** Adds these bookings in one transaction. */
    void add(List<Booking> bookings) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            insert(connection, bookings);
            connection.commit();
        }
    }

    private static void insert(Connection connection, List<Booking> bookings) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO booking VALUES (?, ?, ?)")) {
            for (Booking booking : bookings) {
                insert.setInt(1, booking.shop());
                insert.setLong(2, booking.cents());
                insert.setObject(3, booking.booked());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        keepAlive.close();
    }
}
