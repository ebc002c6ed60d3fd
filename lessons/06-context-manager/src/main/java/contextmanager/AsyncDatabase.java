package contextmanager;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionStage;

/** A database whose methods return a future at once. The futures complete on the loop. */
public interface AsyncDatabase {

    /** Completes with a connection, or fails with a {@link DatabaseException}. */
    CompletionStage<? extends AsyncConnection> connect(EventLoop loop);

    /** Sends one query at a time. Cancelling the future of a query cancels the query. */
    interface AsyncConnection extends AsyncCloseable {
        /** Completes with the result, or fails with a {@link DatabaseException}. */
        CompletionStage<String> query(String sql);
    }
}
