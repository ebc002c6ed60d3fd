package limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executors;

/** The size of the pool is the limit: a request without a thread waits in the pool's queue. */
public final class WithThreadPool implements Fetcher {

    private final HttpClient client;
    private final int limit;

    /** Each call sends at most {@code limit} requests at once. */
    public WithThreadPool(HttpClient client, int limit) {
        this.client = client;
        this.limit = limit;
    }

    @Override
    public List<Integer> fetchAll(List<URI> addresses) throws Exception {
        try (var pool = Executors.newFixedThreadPool(limit)) {
            return new BlockingFetcher(client, pool).fetchAll(addresses);
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(WithThreadPool::new);
    }
}
