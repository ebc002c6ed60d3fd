package fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** All requests at once: each blocks a virtual thread of its own, and there may be as many of these as one likes. */
public final class WithVirtualThreads implements Fetcher {

    private final HttpClient client;

    /** A fetcher that sends its requests with this client. */
    public WithVirtualThreads(HttpClient client) {
        this.client = client;
    }

    @Override
    public List<User> fetchAll(List<URI> addresses) throws Exception {
        var fetches = addresses.stream()
                .<Callable<User>>map(address -> () -> fetch(address))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var users = new ArrayList<User>();
            for (var fetched : threads.invokeAll(fetches)) {
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
        Example.of(args).runOnHttpClient(Integer.MAX_VALUE, WithVirtualThreads::new);
    }
}
