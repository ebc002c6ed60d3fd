package contextmanager;

/** {@link WithEventLoop} on real connections: the driver never blocks, and calls when an answer is there. */
final class VertxOnEventLoop {
    private VertxOnEventLoop() {}

    static void main(String[] args) throws Exception {
        var arguments = Arguments.of(args);
        try (var server = arguments.server();
                var database = new VertxDatabase(server, Arguments.CONNECTIONS)) {
            arguments.run(new WithEventLoop(database));
        }
    }
}
