package contextmanager;

import interleave.eventloop.EventLoop;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;

/** A connection out of the pool. What Vert.x completes on its loop goes on on ours. */
final class VertxConnection implements AsyncDatabase.Connection {
    private final EventLoop loop;
    private final SqlConnection connection;
    private final String server;

    private VertxConnection(EventLoop loop, SqlConnection connection, String server) {
        this.loop = loop;
        this.connection = connection;
        this.server = server;
    }

    /** Who does not wait for it any more still gets a connection: it goes straight back. */
    static CompletionStage<VertxConnection> borrow(EventLoop loop, Pool pool, String server) {
        IO.println("Borrowing a connection ...");
        Future<SqlConnection> borrowing = pool.getConnection();
        var borrowed = loop.adopt(borrowing.toCompletionStage());
        return borrowed.handle((connection, failure) -> {
            if (borrowed.isCancelled()) {
                borrowing.onSuccess(SqlConnection::close);
            }
            if (failure != null) {
                throw explained(failure, server);
            }
            IO.println("Borrowed");
            return new VertxConnection(loop, connection, server);
        });
    }

    /** Cancelling the future of the answer tells nobody; the server must be told to stop. */
    @Override
    public CompletionStage<String> query(String sql) {
        IO.println("Executing query: " + sql);
        var answer = loop.adopt(connection.query(sql).execute().toCompletionStage());
        return answer.handle((rows, failure) -> {
            if (answer.isCancelled()) {
                PgConnection.cast(connection).cancelRequest();
            }
            if (failure != null) {
                throw explained(failure, server);
            }
            return rows.iterator().next().getString(0);
        });
    }

    /** Gives it back; the pool lets nobody else have it before the last answer is in. */
    @Override
    public CompletionStage<Void> close() {
        return loop.adopt(connection.close().toCompletionStage()).thenRun(() -> IO.println("Given back"));
    }

    private static RuntimeException explained(Throwable failure, String server) {
        return failure instanceof CancellationException cancelled
                ? cancelled
                : DatabaseException.explaining(failure, server);
    }
}
