package contextmanager.databases;

import contextmanager.Sequential;

/** Runs {@link Sequential} with JDBC, which blocks the calling thread. */
final class JdbcSequential {
    private JdbcSequential() {}

    static void main(String[] args) throws Exception {
        var arguments = DatabaseArguments.of(args);
        try (var server = arguments.server();
                var database = new JdbcDatabase(server, DatabaseArguments.CONNECTIONS)) {
            arguments.run(new Sequential(database));
        }
    }
}
