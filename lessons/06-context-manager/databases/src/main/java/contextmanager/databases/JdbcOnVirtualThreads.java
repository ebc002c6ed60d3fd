package contextmanager.databases;

import contextmanager.WithVirtualThreads;

/** Runs {@link WithVirtualThreads} with JDBC, which blocks only virtual threads. */
final class JdbcOnVirtualThreads {
    private JdbcOnVirtualThreads() {}

    static void main(String[] args) throws Exception {
        var arguments = DatabaseArguments.of(args);
        try (var server = arguments.server();
                var database = new JdbcDatabase(server, DatabaseArguments.CONNECTIONS)) {
            arguments.run(new WithVirtualThreads(database));
        }
    }
}
