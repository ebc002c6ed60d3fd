package scraper.web;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.eventloop.EventLoop;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Fetches pages with the HTTP client of the JDK. */
public final class HttpWeb implements Web, AsyncWeb, AutoCloseable {

    /** HTTP/1.1, because some servers reject or ignore a request that offers an upgrade to HTTP/2. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NORMAL)
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
            var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes());
            return client.sendAsync(request(address), body).thenApply(response -> page(address, response));
        } catch (FetchException invalid) {
            return CompletableFuture.failedFuture(invalid);
        }
    }

    private static HttpRequest request(String address) throws FetchException {
        try {
            return HttpRequest.newBuilder(new URI(address))
                    .header("User-Agent", "Interleave (a course in concurrency)")
                    .build();
        } catch (URISyntaxException | IllegalArgumentException invalid) {
            throw FailureMessages.invalidAddress(invalid);
        }
    }

    private Page page(String address, HttpResponse<byte[]> response) {
        try {
            var head = new ResponseHead(response);
            head.check();
            return Page.parse(address, head.encoding().decode(response.body(), limits), head.charset());
        } catch (FetchException failure) {
            throw new CompletionException(failure);
        }
    }

    /** Closes all connections, even those on which a response is still arriving. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
