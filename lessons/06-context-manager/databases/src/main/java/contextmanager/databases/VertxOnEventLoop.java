package contextmanager.databases;

import contextmanager.WithEventLoop;

/** {@link WithEventLoop} on real connections: the driver never blocks, and calls when an answer is there. */
final class VertxOnEventLoop {
    private VertxOnEventLoop() {}

    static void main(String[] args) throws Exception {
        var arguments = DatabaseArguments.of(args);
        try (var server = arguments.server();
                var database = new VertxDatabase(server, DatabaseArguments.CONNECTIONS)) {
            arguments.run(new WithEventLoop(database));
        }
    }
}
