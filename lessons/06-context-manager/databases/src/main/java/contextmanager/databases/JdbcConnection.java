package contextmanager.databases;

import contextmanager.Database;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection out of the pool. The thread waits in the driver until the server has answered. */
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

    /** The pool looks at what it gets back, and throws away a connection that broke. */
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
