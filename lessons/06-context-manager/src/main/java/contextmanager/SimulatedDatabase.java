package contextmanager;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The article's database, which only takes time: to connect, to run a query and to close. It can fail on request. */
public final class SimulatedDatabase implements Database, AsyncDatabase {
    static final Duration CONNECT = ofSeconds(1);
    static final Duration QUERY = ofMillis(500);
    static final Duration CLOSE = ofMillis(500);

    /** A step that fails on request. */
    public enum Fault {
        QUERY_FAILS,
        CLOSE_FAILS
    }

    private final Set<Fault> faults;
    private final AtomicInteger connections = new AtomicInteger();

    /** Creates a database with these faults. */
    public SimulatedDatabase(Set<Fault> faults) {
        this.faults = faults;
    }

    @Override
    public SimulatedConnection connect() throws InterruptedException {
        return SimulatedConnection.open(this);
    }

    @Override
    public CompletionStage<AsyncSimulatedConnection> connect(EventLoop loop) {
        return AsyncSimulatedConnection.open(loop, this);
    }

    /** Returns the number of open connections, as the server counts them. */
    public int openConnections() {
        return connections.get();
    }

    void connected() {
        connections.incrementAndGet();
    }

    String answer(String sql) {
        if (faults.contains(Fault.QUERY_FAILS)) {
            throw new DatabaseException("the query failed: " + sql);
        }
        return "Result of " + sql;
    }

    /** Counts the connection as closed, even if a fault makes closing fail. */
    void disconnected() {
        connections.decrementAndGet();
        if (faults.contains(Fault.CLOSE_FAILS)) {
            throw new DatabaseException("closing failed: the server did not say goodbye");
        }
    }
}
