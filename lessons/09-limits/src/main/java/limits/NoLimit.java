package limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executors;

/** Wrong on purpose: all requests are sent at once, each on a virtual thread, and the server rejects most of them. */
public final class NoLimit implements Fetcher {

    private final HttpClient client;

    /** Sends its requests with this client. */
    public NoLimit(HttpClient client) {
        this.client = client;
    }

    @Override
    public List<Integer> fetchAll(List<URI> addresses) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new BlockingFetcher(client, threads).fetchAll(addresses);
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run((client, limit) -> new NoLimit(client));
    }
}
