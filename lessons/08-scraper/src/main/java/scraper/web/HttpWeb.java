package scraper.web;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.eventloop.EventLoop;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Fetches pages with the HTTP client of the JDK. */
public final class HttpWeb implements Web, AsyncWeb, AutoCloseable {

    /** HTTP/1.1, because some servers reject or ignore a request that offers an upgrade to HTTP/2. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .cookieHandler(new CookieManager()) // some sites redirect until a client sends their cookie
            .build();

    private final Limits limits;
    private final FailureMessages messages;

    /** Fetches pages within these limits. */
    public HttpWeb(Limits limits) {
        this.limits = limits;
        this.messages = new FailureMessages(limits);
    }

    @Override
    public Page fetch(String address) throws FetchException, InterruptedException {
        var page = get(address);
        try {
            return page.get(limits.time().toNanos(), NANOSECONDS);
        } catch (TimeoutException | ExecutionException failure) {
            throw messages.of(failure);
        } finally {
            page.cancel(true); // closes the connection, unless the page has arrived
        }
    }

    @Override
    public CompletableFuture<Page> fetch(EventLoop loop, String address) {
        return loop.timeout(limits.time(), loop.adopt(get(address)))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(messages.unlessCancelled(failure)));
    }

    /** The client's own threads parse the page, so the loop is not blocked. */
    private CompletableFuture<Page> get(String address) {
        try {
            return PageFetch.start(client, limits, address);
        } catch (FetchException invalid) {
            return CompletableFuture.failedFuture(invalid);
        }
    }

    /** Closes all connections, even those on which a response is still arriving. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
