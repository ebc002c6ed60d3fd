package errors;

import interleave.eventloop.EventLoop;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** The web, for callers that must not block. */
public interface AsyncWeb {

    /** Returns a future of the loop that fails as {@link Web#get}. Cancelling it aborts the request. */
    CompletableFuture<String> get(EventLoop loop, URI address);
}
