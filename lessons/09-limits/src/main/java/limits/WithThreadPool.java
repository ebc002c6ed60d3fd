package limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The size of the pool is the limit: who finds no thread waits in the pool's queue. */
public final class WithThreadPool implements Fetcher {

    private final HttpClient client;
    private final int limit;

    /** A fetcher of which no call ever sends more than {@code limit} requests at once. */
    public WithThreadPool(HttpClient client, int limit) {
        this.client = client;
        this.limit = limit;
    }

    @Override
    public List<Integer> fetchAll(List<URI> addresses) throws Exception {
        var fetches = addresses.stream()
                .<Callable<Integer>>map(address -> () -> fetch(address))
                .toList();
        try (var pool = Executors.newFixedThreadPool(limit)) {
            var statuses = new ArrayList<Integer>();
            for (var fetched : pool.invokeAll(fetches)) {
                statuses.add(fetched.get());
            }
            return statuses;
        }
    }

    private int fetch(URI address) throws Exception {
        var request = HttpRequest.newBuilder(address).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(WithThreadPool::new);
    }
}
