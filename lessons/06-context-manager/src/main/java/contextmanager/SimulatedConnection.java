package contextmanager;

/** Sleeps where a real connection would wait for the server, and blocks the calling thread. */
final class SimulatedConnection implements Database.Connection {
    private final SimulatedDatabase database;

    private SimulatedConnection(SimulatedDatabase database) {
        this.database = database;
    }

    static SimulatedConnection open(SimulatedDatabase database) throws InterruptedException {
        IO.println("Connecting to database ...");
        Thread.sleep(SimulatedDatabase.CONNECT);
        database.connected();
        IO.println("Connected");
        return new SimulatedConnection(database);
    }

    @Override
    public String query(String sql) throws InterruptedException {
        IO.println("Executing query: " + sql);
        Thread.sleep(SimulatedDatabase.QUERY);
        return database.answer(sql);
    }

    @Override
    public void close() {
        IO.println("Closing connection ...");
        try {
            Thread.sleep(SimulatedDatabase.CLOSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt(); // keeps the interrupt for the next call that blocks
        }
        database.disconnected();
        IO.println("Closed");
    }
}
