package contextmanager;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Sets a timer where a real connection would wait for the server, so that no thread blocks. */
final class AsyncSimulatedConnection implements AsyncDatabase.AsyncConnection {
    private final EventLoop loop;
    private final SimulatedDatabase database;

    private AsyncSimulatedConnection(EventLoop loop, SimulatedDatabase database) {
        this.loop = loop;
        this.database = database;
    }

    static CompletionStage<AsyncSimulatedConnection> open(EventLoop loop, SimulatedDatabase database) {
        IO.println("Connecting to database ...");
        return loop.sleep(SimulatedDatabase.CONNECT).thenApply(connected -> {
            database.connected();
            IO.println("Connected");
            return new AsyncSimulatedConnection(loop, database);
        });
    }

    @Override
    public CompletionStage<String> query(String sql) {
        IO.println("Executing query: " + sql);
        return loop.sleep(SimulatedDatabase.QUERY).thenApply(answered -> database.answer(sql));
    }

    @Override
    public CompletionStage<Void> close() {
        IO.println("Closing connection ...");
        return loop.sleep(SimulatedDatabase.CLOSE).handle((slept, cancelled) -> {
            database.disconnected();
            IO.println("Closed");
            if (cancelled != null) { // the connection is closed all the same, but the caller learns of it
                throw new CompletionException(cancelled);
            }
            return null;
        });
    }
}
