package contextmanager.databases;

import contextmanager.AsyncDatabase;
import interleave.eventloop.EventLoop;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;

/** A connection borrowed from the pool. {@code adopt} moves the callbacks of Vert.x's futures to our loop. */
final class VertxConnection implements AsyncDatabase.AsyncConnection {
    private final EventLoop loop;
    private final SqlConnection connection;
    private final String server;

    private VertxConnection(EventLoop loop, SqlConnection connection, String server) {
        this.loop = loop;
        this.connection = connection;
        this.server = server;
    }

    /** Borrows a connection. If the caller cancels, a connection that arrives later is given back at once. */
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

    /** Cancelling a future does not stop the query on the server, so a cancellation also sends a cancel request. */
    @Override
    public CompletionStage<String> query(String sql) {
        IO.println("Executing query: " + sql);
        var result = loop.adopt(connection.query(sql).execute().toCompletionStage());
        return result.handle((rows, failure) -> {
            if (result.isCancelled()) {
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

    /** Gives the connection back. The pool lends it again only after the last query has ended. */
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
