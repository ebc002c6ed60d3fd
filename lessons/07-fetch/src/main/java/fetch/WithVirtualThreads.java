package fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executors;

/** All requests at once: each has a virtual thread of its own, and there is no limit to how many there are. */
public final class WithVirtualThreads implements Fetcher {

    private final HttpClient client;

    /** A fetcher that sends its requests with this client. */
    public WithVirtualThreads(HttpClient client) {
        this.client = client;
    }

    @Override
    public List<User> fetchAll(List<URI> addresses) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new BlockingFetcher(client, threads).fetchAll(addresses);
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).runOnHttpClient(Integer.MAX_VALUE, WithVirtualThreads::new);
    }
}
