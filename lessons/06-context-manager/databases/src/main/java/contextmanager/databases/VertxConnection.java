package contextmanager.databases;

import contextmanager.AsyncDatabase;
import interleave.eventloop.EventLoop;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;

/** A connection out of the pool. What Vert.x completes on its loop goes on on ours. */
final class VertxConnection implements AsyncDatabase.AsyncConnection {
    private final EventLoop loop;
    private final SqlConnection connection;
    private final String server;

    private VertxConnection(EventLoop loop, SqlConnection connection, String server) {
        this.loop = loop;
        this.connection = connection;
        this.server = server;
    }

    /** The pool does not know when a caller stops waiting: a connection that arrives later is returned at once. */
    static CompletionStage<VertxConnection> borrow(EventLoop loop, Pool pool, String server) {
        IO.println("Borrowing a connection ...");
        Future<SqlConnection> borrowing = pool.getConnection();
        var borrowed = loop.adopt(borrowing.toCompletionStage());
        return borrowed.handle((connection, failure) -> {
            if (borrowed.isCancelled()) {
                borrowing.onSuccess(VertxConnection::giveBack);
            }
            if (failure != null) {
                throw translated(failure, server);
            }
            IO.println("Borrowed");
            return new VertxConnection(loop, connection, server);
        });
    }

    private static void giveBack(SqlConnection unused) {
        unused.close().onFailure(failure -> IO.println("Cannot give a connection back: " + failure.getMessage()));
    }

    /** Cancelling the future of the answer stops nothing on the server, which must be told to cancel the query. */
    @Override
    public CompletionStage<String> query(String sql) {
        IO.println("Executing query: " + sql);
        var answer = loop.adopt(connection.query(sql).execute().toCompletionStage());
        return answer.handle((rows, failure) -> {
            if (answer.isCancelled()) {
                cancelQuery();
            }
            if (failure != null) {
                throw translated(failure, server);
            }
            return rows.iterator().next().getString(0);
        });
    }

    private void cancelQuery() {
        PgConnection.cast(connection)
                .cancelRequest()
                .onFailure(failure -> IO.println("Cannot cancel the query on the server: " + failure.getMessage()));
    }

    /** Gives it back; the pool lets nobody else have it before the last answer is in. */
    @Override
    public CompletionStage<Void> close() {
        return loop.adopt(connection.close().toCompletionStage()).thenRun(() -> IO.println("Given back"));
    }

    private static RuntimeException translated(Throwable failure, String server) {
        return failure instanceof CancellationException cancelled
                ? cancelled
                : ExceptionTranslator.translate(failure, server);
    }
}
