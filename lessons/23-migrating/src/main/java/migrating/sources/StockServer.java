package migrating.sources;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A web server that knows how many bicycles each shop has in stock. Thread-safe. */
public record StockServer(HttpClient client, URI site) {

    /** The path of a shop's page. */
    public static String path(int shop) {
        return "/stock/" + shop;
    }

    /** Requests the stock of a shop. Blocks until the response arrives. */
    public int count(Shop shop) throws IOException, InterruptedException {
        return number(shop, client.send(request(shop), BodyHandlers.ofString()));
    }

    /** Like {@link #count}, without blocking the loop. */
    public CompletableFuture<Integer> countOn(EventLoop loop, Shop shop) {
        return loop.adopt(client.sendAsync(request(shop), BodyHandlers.ofString()))
                .thenApply(response -> {
                    try {
                        return number(shop, response);
                    } catch (IOException failure) {
                        throw new CompletionException(failure);
                    }
                });
    }

    private HttpRequest request(Shop shop) {
        return HttpRequest.newBuilder(site.resolve(path(shop.number()))).build();
    }

    private static int number(Shop shop, HttpResponse<String> response) throws IOException {
        String body = response.body().strip();
        if (response.statusCode() != 200 || !body.matches("\\d{1,9}")) {
            throw new IOException("no stock of " + shop + ": the server responded \"" + body + "\"");
        }
        return Integer.parseInt(body);
    }
}
