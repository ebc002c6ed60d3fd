package contextmanager.databases;

import contextmanager.Sequential;

/** {@link Sequential} on a real connection: JDBC blocks, and everybody waits. */
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
