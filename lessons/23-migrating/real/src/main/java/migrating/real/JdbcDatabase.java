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

    /** Opens all connections immediately. {@code latency} is the minimum time of each query. */
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

    /** Opens all connections. Otherwise, the pool opens them in the background, while the report is being written. */
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

    /** Throws an {@code InterruptedException} if the wait for a connection was interrupted. */
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
