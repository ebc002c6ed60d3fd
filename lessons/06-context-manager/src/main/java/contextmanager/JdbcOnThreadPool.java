package contextmanager;

/** {@link WithThreadPool} on real connections: with more threads than connections, threads would wait for those. */
final class JdbcOnThreadPool {
    private JdbcOnThreadPool() {}

    static void main(String[] args) throws Exception {
        var arguments = Arguments.of(args);
        try (var server = arguments.server();
                var database = new JdbcDatabase(server, Arguments.CONNECTIONS)) {
            arguments.run(new WithThreadPool(database, Arguments.CONNECTIONS));
        }
    }
}
