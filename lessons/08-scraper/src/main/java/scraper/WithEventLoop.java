package scraper;

import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import scraper.web.AsyncWeb;
import scraper.web.FetchException;

/** Fetches all pages on one thread, which is notified when a page arrives. A page that hangs occupies only a timer. */
public final class WithEventLoop implements Scraper {
    private final AsyncWeb web;
    private final int atOnce;

    /**
     * Scrapes this web. Each call fetches at most {@code atOnce} pages at once, because its loop has its own semaphore.
     */
    public WithEventLoop(AsyncWeb web, int atOnce) {
        this.web = web;
        this.atOnce = atOnce;
    }

    @Override
    public List<Result> scrape(List<String> addresses) throws Exception {
        return EventLoop.run(loop -> {
            var permits = new AsyncSemaphore(loop, atOnce);
            var scrapings = addresses.stream()
                    .map(address -> loop.createTask(address, () -> permits.withPermit(() -> scrape(loop, address))));
            return loop.gather(scrapings.toList());
        });
    }

    private CompletionStage<Result> scrape(EventLoop loop, String address) {
        return web.fetch(loop, address)
                .<Result>thenApply(Result.Fetched::new)
                .exceptionally(wrapped -> failed(address, wrapped))
                .thenApply(result -> {
                    IO.println(result);
                    return result;
                });
    }

    private static Result failed(String address, Throwable wrapped) {
        if (wrapped.getCause() instanceof FetchException failure) {
            return new Result.Failed(address, failure);
        }
        throw new CompletionException(wrapped.getCause());
    }

    static void main(String[] args) throws Exception {
        Example.run(args, WithEventLoop::new);
    }
}
