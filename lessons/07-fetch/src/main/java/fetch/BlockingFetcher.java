package fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** Fetches on the threads of an executor: each request blocks its thread until the response has arrived. */
final class BlockingFetcher implements Fetcher {

    private final HttpClient client;
    private final ExecutorService threads;

    BlockingFetcher(HttpClient client, ExecutorService threads) {
        this.client = client;
        this.threads = threads;
    }

    @Override
    public List<User> fetchAll(List<URI> addresses) throws Exception {
        var fetches = addresses.stream()
                .<Callable<User>>map(address -> () -> fetch(address))
                .toList();
        var users = new ArrayList<User>();
        for (var fetched : threads.invokeAll(fetches)) {
            users.add(fetched.get());
        }
        return users;
    }

    private User fetch(URI address) throws Exception {
        var request = HttpRequest.newBuilder(address).build();
        return User.of(client.send(request, BodyHandlers.ofString()));
    }
}
