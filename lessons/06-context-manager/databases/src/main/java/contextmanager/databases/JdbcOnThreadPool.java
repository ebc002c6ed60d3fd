package contextmanager.databases;

import contextmanager.WithThreadPool;

/** {@link WithThreadPool} on real connections: with more threads than connections, threads would wait for those. */
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
