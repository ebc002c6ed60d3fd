package limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executors;

/** Wrong on purpose: virtual threads cost nothing, so all requests are sent at once, and the server rejects most. */
public final class NoLimit implements Fetcher {

    private final HttpClient client;

    /** A fetcher that sends its requests with this client. */
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
