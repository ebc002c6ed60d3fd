package downloads.transfer;

import java.util.concurrent.CompletableFuture;

/** Sends requests. */
interface Http extends AutoCloseable {

    /** Completes when the head of the response is here. The body arrives later. Cancelling it closes the connection. */
    CompletableFuture<Response> get(Request request);

    /** Closes all connections. */
    @Override
    default void close() {}
}
