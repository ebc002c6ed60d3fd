package contextmanager;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** The article's database: it only takes time, to connect, to answer and to say goodbye. And it can be broken. */
public final class SimulatedDatabase implements Database, AsyncDatabase {
    static final Duration CONNECT = ofSeconds(1);
    static final Duration QUERY = ofMillis(500);
    static final Duration CLOSE = ofMillis(500);

    /** What can be made to go wrong. */
    public enum Fault {
        QUERY_FAILS,
        CLOSE_FAILS
    }

    private final Set<Fault> faults;
    private final AtomicInteger connections = new AtomicInteger();

    /** A database that is broken in these ways. */
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

    /** How many connections are open now, as the server sees it. */
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

    /** The connection is gone in any case; a fault only spoils the goodbye. */
    void disconnected() {
        connections.decrementAndGet();
        if (faults.contains(Fault.CLOSE_FAILS)) {
            throw new DatabaseException("closing failed: the server did not say goodbye");
        }
    }
}
