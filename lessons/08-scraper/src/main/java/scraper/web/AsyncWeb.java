package scraper.web;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;

/** Where pages are, for those who may not wait. */
public interface AsyncWeb {

    /** A future page, on the loop; it fails with a {@link FetchException}. Cancelling it hangs up. */
    CompletableFuture<Page> fetch(EventLoop loop, String address);
}
