package contextmanager.databases;

import contextmanager.WithThreadPool;

/** Runs {@link WithThreadPool} with JDBC, and one thread per connection. More threads would only wait for the pool. */
final class JdbcOnThreadPool {
    private JdbcOnThreadPool() {}

    static void main(String[] args) throws Exception {
        var arguments = DatabaseArguments.of(args);
        try (var server = arguments.server();
                var database = new JdbcDatabase(server, DatabaseArguments.CONNECTIONS)) {
            arguments.run(new WithThreadPool(database, DatabaseArguments.CONNECTIONS));
        }
    }
}
