package contextmanager;

/** {@link Sequential} on a real connection: JDBC blocks, and everybody waits. */
final class JdbcSequential {
    private JdbcSequential() {}

    static void main(String[] args) throws Exception {
        var arguments = Arguments.of(args);
        try (var server = arguments.server();
                var database = new JdbcDatabase(server, Arguments.CONNECTIONS)) {
            arguments.run(new Sequential(database));
        }
    }
}
