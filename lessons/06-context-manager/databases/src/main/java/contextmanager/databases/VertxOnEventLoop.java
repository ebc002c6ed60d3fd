package contextmanager.databases;

import contextmanager.WithEventLoop;

/** Runs {@link WithEventLoop} with the PostgreSQL client of Vert.x, which never blocks. */
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
