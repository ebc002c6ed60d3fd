package scraper.web;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The web, through the client of the JDK. */
public final class HttpWeb implements Web, AsyncWeb, AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
    private final Limits limits;
    private final FailureMessages messages;

    /** The web, as far as these limits let it. */
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
            page.cancel(true); // hangs up, unless the page is there
        }
    }

    @Override
    public CompletableFuture<Page> fetch(EventLoop loop, String address) {
        return loop.timeout(limits.time(), loop.adopt(get(address)))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(messages.unlessCancelled(failure)));
    }

    /** Parses on a thread of the client, so that the loop goes on meanwhile. */
    private CompletableFuture<Page> get(String address) {
        try {
            var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes());
            return client.sendAsync(request(address), body).thenApply(answer -> page(address, answer));
        } catch (FetchException wrong) {
            return CompletableFuture.failedFuture(wrong);
        }
    }

    private static HttpRequest request(String address) throws FetchException {
        try {
            return HttpRequest.newBuilder(new URI(address))
                    .header("User-Agent", "Interleave (a course in concurrency)")
                    .build();
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            throw FailureMessages.ofAddress(wrong);
        }
    }

    private static Page page(String address, HttpResponse<byte[]> answer) {
        try {
            var head = new ResponseHead(answer);
            head.check();
            return Page.parse(address, answer.body(), head.charset());
        } catch (FetchException | IOException wrong) {
            throw new CompletionException(wrong);
        }
    }

    /** Hangs up on whoever still answers. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
