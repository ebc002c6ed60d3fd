package fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executors;

/** Sends as many requests at the same time as the pool has threads. All others wait in the pool's queue. */
public final class WithThreadPool implements Fetcher {

    private final HttpClient client;
    private final int threads;

    /** Creates a fetcher with this client, and a pool with this many threads. */
    public WithThreadPool(HttpClient client, int threads) {
        this.client = client;
        this.threads = threads;
    }

    @Override
    public List<User> fetchAll(List<URI> addresses) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return new BlockingFetcher(client, pool).fetchAll(addresses);
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).runOnHttpClient(200, client -> new WithThreadPool(client, 200));
    }
}
