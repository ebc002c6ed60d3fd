package contextmanager.databases;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import contextmanager.Database;
import contextmanager.DatabaseException;
import java.sql.SQLException;
import java.util.ArrayList;

/** Lends real connections that block, from a pool. Connecting borrows one, and closing gives it back. */
public final class JdbcDatabase implements Database, AutoCloseable {
    private final DatabaseServer server;
    private final HikariDataSource pool;

    /** Opens this number of connections; throws a {@link DatabaseException} if the server cannot be reached. */
    public JdbcDatabase(DatabaseServer server, int connections) throws InterruptedException {
        this.server = server;
        var config = new HikariConfig();
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(connections);
        try {
            pool = new HikariDataSource(config);
        } catch (PoolInitializationException failure) {
            throw ExceptionTranslator.translate(failure, server.name());
        }
        fill(connections);
    }

    /** Opens all connections now. The pool would open them in the background, while the first reports are running. */
    private void fill(int connections) throws InterruptedException {
        var all = new ArrayList<java.sql.Connection>();
        try {
            while (all.size() < connections) {
                all.add(pool.getConnection());
            }
            for (var connection : all) {
                connection.close();
            }
        } catch (SQLException failure) {
            pool.close();
            throw translated(failure);
        }
    }

    @Override
    public JdbcConnection connect() throws InterruptedException {
        IO.println("Borrowing a connection ...");
        try {
            var connection = new JdbcConnection(this, pool.getConnection());
            IO.println("Borrowed");
            return connection;
        } catch (SQLException failure) {
            throw translated(failure);
        }
    }

    String serverName() {
        return server.name();
    }

    /** Returns the number of connections that are borrowed now. */
    public int borrowedConnections() {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }

    /** Throws an {@code InterruptedException} if an interrupt made the driver fail, else returns the translation. */
    DatabaseException translated(SQLException failure) throws InterruptedException {
        boolean interrupted = Thread.interrupted();
        for (Throwable cause = failure; cause != null && !interrupted; cause = cause.getCause()) {
            interrupted = cause instanceof InterruptedException;
        }
        if (interrupted) {
            var stopped = new InterruptedException("interrupted during a query to " + server.name());
            stopped.initCause(failure);
            throw stopped;
        }
        return ExceptionTranslator.translate(failure, server.name());
    }

    /** Closes all connections. */
    @Override
    public void close() {
        pool.close();
    }
}
