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
 * Real connections that never block, from a pool: connecting borrows one, closing gives it back. The driver, Vert.x,
 * does its reading and writing on a loop and a thread of its own.
 */
public final class VertxDatabase implements AsyncDatabase, AutoCloseable {
    private final DatabaseServer server;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Pool pool;

    /** Opens connections when they are asked for, at most so many. */
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

    /** Closes all connections. Blocks: not for a loop's thread. */
    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
