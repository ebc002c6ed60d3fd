package migrating.real;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import migrating.sources.Database;

/** A database behind HikariCP, a production pool of JDBC connections. */
final class JdbcDatabase implements Database, AutoCloseable {

    private final HikariDataSource pool;
    private final Duration latency;

    /** Opens all connections now. {@code latency} is how long each query takes. */
    JdbcDatabase(String url, int connections, Duration latency) throws SQLException {
        this.latency = latency;
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        pool = new HikariDataSource(config);
        fill(connections);
    }

    /** The pool would open the connections in the background, while the report is being written. */
    private void fill(int connections) throws SQLException {
        var all = new ArrayList<java.sql.Connection>();
        while (all.size() < connections) {
            all.add(pool.getConnection());
        }
        for (var connection : all) {
            connection.close();
        }
    }

    @Override
    public Connection connect() throws SQLException, InterruptedException {
        try {
            return new JdbcConnection(pool.getConnection(), latency);
        } catch (SQLException failure) {
            throw interrupted(failure);
        }
    }

    /** Throws an {@code InterruptedException} if an interrupt has ended the wait for a connection. */
    private static SQLException interrupted(SQLException failure) throws InterruptedException {
        if (failure.getCause() instanceof InterruptedException interrupted) {
            throw interrupted;
        }
        return failure;
    }

    /** Closes all connections. */
    @Override
    public void close() {
        pool.close();
    }
}
