package fetch;

import interleave.eventloop.EventLoop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Sends all requests at the same time. No thread waits: the client calls back when a response is there. */
public final class WithEventLoop implements Fetcher {

    private final HttpClient client;

    /** Creates a fetcher that sends its requests with this client. */
    public WithEventLoop(HttpClient client) {
        this.client = client;
    }

    @Override
    public List<User> fetchAll(List<URI> addresses) throws Exception {
        return EventLoop.run(loop -> {
            var fetches =
                    addresses.stream().map(address -> loop.createTask(address.getPath(), () -> fetch(loop, address)));
            return loop.gather(fetches.toList());
        });
    }

    private CompletionStage<User> fetch(EventLoop loop, URI address) {
        var request = HttpRequest.newBuilder(address).build();
        return loop.adopt(client.sendAsync(request, BodyHandlers.ofString())).thenApply(User::of);
    }

    static void main(String[] args) throws Exception {
        Example.of(args).runOnHttpClient(Integer.MAX_VALUE, WithEventLoop::new);
    }
}
