package fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.Executors;

/** Sends all requests at the same time, each on its own virtual thread. The number of threads has no limit. */
public final class WithVirtualThreads implements Fetcher {

    private final HttpClient client;

    /** Creates a fetcher that sends its requests with this client. */
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
