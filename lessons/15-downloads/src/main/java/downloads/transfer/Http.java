package downloads.transfer;

import java.util.concurrent.CompletableFuture;

/** Sends requests. */
interface Http extends AutoCloseable {

    /** Completes when the headers have arrived. The body arrives later. Cancelling the future closes the connection. */
    CompletableFuture<Response> get(Request request);

    /** Closes all connections. */
    @Override
    default void close() {}
}
