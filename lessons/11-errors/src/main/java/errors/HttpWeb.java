package errors;

import interleave.eventloop.EventLoop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Fetches with the HTTP client of the JDK. */
public final class HttpWeb implements Web, AsyncWeb, AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final Duration timeout;

    /** Each request has this timeout. */
    public HttpWeb(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public String get(URI address) throws Exception {
        var response = client.send(request(address), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw failure(response);
        }
        return response.body();
    }

    @Override
    public CompletableFuture<String> get(EventLoop loop, URI address) {
        return loop.adopt(client.sendAsync(request(address), BodyHandlers.ofString()))
                .thenCompose(response -> response.statusCode() == 200
                        ? CompletableFuture.completedFuture(response.body())
                        : CompletableFuture.failedFuture(failure(response)));
    }

    private HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).timeout(timeout).build();
    }

    private static StatusException failure(HttpResponse<?> response) {
        return new StatusException(response.uri(), response.statusCode());
    }

    /** Closes all connections, even those on which a response is still arriving. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
