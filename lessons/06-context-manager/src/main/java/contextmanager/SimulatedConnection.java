package contextmanager;

/** A connection that sleeps where a real one would wait for the server: the thread waits with it. */
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
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt(); // no goodbye then: whoever closes next is still to see the interrupt
        }
        database.disconnected();
        IO.println("Closed");
    }
}
