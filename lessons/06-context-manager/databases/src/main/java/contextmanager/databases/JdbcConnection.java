package contextmanager.databases;

import contextmanager.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection borrowed from the pool. The driver blocks the calling thread until the server has responded. */
final class JdbcConnection implements Database.Connection {
    private final JdbcDatabase database;
    private final Connection connection;

    JdbcConnection(JdbcDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    @Override
    public String query(String sql) throws InterruptedException {
        IO.println("Executing query: " + sql);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException failure) {
            throw database.translated(failure);
        }
    }

    /** Gives the connection back. The pool discards it if it is broken. */
    @Override
    public void close() {
        try {
            connection.close();
            IO.println("Given back");
        } catch (SQLException failure) {
            throw ExceptionTranslator.translate(failure, database.serverName());
        }
    }
}
