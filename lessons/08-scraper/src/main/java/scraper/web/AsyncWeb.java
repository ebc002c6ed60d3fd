package scraper.web;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;

/** The web, for callers that must not block. */
public interface AsyncWeb {

    /** Returns a future of the loop that fails with a {@link FetchException}. Cancelling it closes the connection. */
    CompletableFuture<Page> fetch(EventLoop loop, String address);
}
