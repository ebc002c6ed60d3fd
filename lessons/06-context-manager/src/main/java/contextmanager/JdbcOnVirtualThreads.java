package contextmanager;

/** {@link WithVirtualThreads} on real connections: JDBC blocks, and only a virtual thread waits. */
final class JdbcOnVirtualThreads {
    private JdbcOnVirtualThreads() {}

    static void main(String[] args) throws Exception {
        var arguments = Arguments.of(args);
        try (var server = arguments.server();
                var database = new JdbcDatabase(server, Arguments.CONNECTIONS)) {
            arguments.run(new WithVirtualThreads(database));
        }
    }
}
