package contextmanager.databases;

import contextmanager.AsyncDatabase;
import interleave.eventloop.EventLoop;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.CompletionStage;

/**
 * Lends real connections that never block, from a pool. Connecting borrows one, and closing gives it back. The driver,
 * Vert.x, reads and writes on its own event loop and thread.
 */
public final class VertxDatabase implements AsyncDatabase, AutoCloseable {
    private final DatabaseServer server;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Pool pool;

    /** Creates a pool of at most {@code connections}, which are opened when they are needed. */
    public VertxDatabase(DatabaseServer server, int connections) {
        this.server = server;
        pool = PgBuilder.pool()
                .using(vertx)
                .connectingTo(server.pgOptions())
                .with(new PoolOptions().setMaxSize(connections))
                .build();
    }

    @Override
    public CompletionStage<VertxConnection> connect(EventLoop loop) {
        return VertxConnection.borrow(loop, pool, server.name());
    }

    /** Closes all connections. Blocks, so do not call it on the thread of a loop. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
