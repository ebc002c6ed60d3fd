package downloads.transfer;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;

/** Sends requests with the HTTP client of the JDK. */
final class JdkHttp implements Http {

    /** HTTP/1.1, because some servers reject or ignore a request that offers an upgrade to HTTP/2. */
    private final HttpClient client = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NORMAL)
            .build();

    @Override
    public CompletableFuture<Response> get(Request request) {
        HttpRequest message;
        try {
            message = message(request);
        } catch (IllegalArgumentException invalid) {
            return CompletableFuture.failedFuture(new IOException(invalid.getMessage(), invalid));
        }
        var exchange = client.sendAsync(message, head -> new Body());
        var response = new CompletableFuture<Response>();
        exchange.whenComplete((arrived, failure) -> {
            if (failure != null) {
                response.completeExceptionally(failure);
            } else if (!response.complete(new Response(arrived.statusCode(), arrived.headers(), arrived.body()))) {
                arrived.body().close(); // cancelled in the meantime
            }
        });
        response.exceptionally(failure -> {
            exchange.cancel(true); // cancelling the response does not cancel the exchange
            return null;
        });
        return response;
    }

    private static HttpRequest message(Request request) {
        var message = HttpRequest.newBuilder(request.address())
                .header("User-Agent", "Interleave (a course in concurrency)")
                .header("Accept-Encoding", "identity"); // a range of a compressed file would refer to compressed bytes
        if (request.isForRange()) {
            message.header("Range", "bytes=" + request.from() + "-");
            request.validator().ifPresent(validator -> message.header("If-Range", validator));
        }
        return message.build();
    }

    /** Closes all connections, even those on which a body is still arriving. */
    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
