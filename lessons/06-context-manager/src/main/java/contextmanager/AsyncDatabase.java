package contextmanager;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionStage;

/** A database whose calls return at once: with the future of an answer, which completes on the loop. */
public interface AsyncDatabase {

    /** Completes with a connection, or fails with a {@link DatabaseException}. */
    CompletionStage<? extends AsyncConnection> connect(EventLoop loop);

    /** Asks one question at a time; cancelling the future of an answer gives the question up. */
    interface AsyncConnection extends AsyncCloseable {
        /** Completes with the answer, or fails with a {@link DatabaseException}. */
        CompletionStage<String> query(String sql);
    }
}
