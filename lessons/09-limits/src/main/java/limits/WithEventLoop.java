package limits;

import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One task per request, and a semaphore of the loop: tasks wait in its queue, and no thread is blocked. Here each call
 * creates a loop with its own semaphore. A program that runs a single loop shares one semaphore among all calls.
 */
public final class WithEventLoop implements Fetcher {

    private final HttpClient client;
    private final int limit;

    /** Each call sends at most {@code limit} requests at once. */
    public WithEventLoop(HttpClient client, int limit) {
        this.client = client;
        this.limit = limit;
    }

    @Override
    public List<Integer> fetchAll(List<URI> addresses) throws Exception {
        return EventLoop.run(loop -> {
            var permits = new AsyncSemaphore(loop, limit);
            var fetches = addresses.stream()
                    .map(address ->
                            loop.createTask(address.getPath(), () -> permits.withPermit(() -> fetch(loop, address))));
            return loop.gather(fetches.toList());
        });
    }

    private CompletableFuture<Integer> fetch(EventLoop loop, URI address) {
        var request = HttpRequest.newBuilder(address).build();
        return loop.adopt(client.sendAsync(request, BodyHandlers.discarding())).thenApply(HttpResponse::statusCode);
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(WithEventLoop::new);
    }
}
