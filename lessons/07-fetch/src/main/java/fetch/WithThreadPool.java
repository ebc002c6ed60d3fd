package fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** As many requests at once as the pool has threads: each of them holds one until its answer is there. */
public final class WithThreadPool implements Fetcher {

    private final HttpClient client;
    private final int threads;

    /** A fetcher with this client and this many threads. */
    public WithThreadPool(HttpClient client, int threads) {
        this.client = client;
        this.threads = threads;
    }

    @Override
    public List<User> fetchAll(List<URI> addresses) throws Exception {
        var fetches = addresses.stream()
                .<Callable<User>>map(address -> () -> fetch(address))
                .toList();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var users = new ArrayList<User>();
            for (var fetched : pool.invokeAll(fetches)) {
                users.add(fetched.get());
            }
            return users;
        }
    }

    private User fetch(URI address) throws Exception {
        var request = HttpRequest.newBuilder(address).build();
        return User.of(client.send(request, BodyHandlers.ofString()));
    }

    static void main(String[] args) throws Exception {
        Example.of(args).runOnHttpClient(200, client -> new WithThreadPool(client, 200));
    }
}
