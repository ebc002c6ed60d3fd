package timeoutsandcancellation;

import interleave.eventloop.EventLoop;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletionStage;

/** A page of a web server. A cancelled fetch closes its connection. */
public record HttpSource(HttpClient client, HttpRequest request) implements Source {

    @Override
    public String fetch() throws Exception {
        return client.send(request, BodyHandlers.ofString()).body();
    }

    @Override
    public CompletionStage<String> fetchOn(EventLoop loop) {
        return loop.adopt(client.sendAsync(request, BodyHandlers.ofString())).thenApply(HttpResponse::body);
    }
}
