package limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Wrong on purpose: virtual threads cost nothing, so all requests are sent at once, and the server has to say no. */
public final class NoLimit implements Fetcher {

    private final HttpClient client;

    /** A fetcher that sends its requests with this client. */
    public NoLimit(HttpClient client) {
        this.client = client;
    }

    @Override
    public List<Integer> fetchAll(List<URI> addresses) throws Exception {
        var fetches = addresses.stream()
                .<Callable<Integer>>map(address -> () -> fetch(address))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = new ArrayList<Integer>();
            for (var fetched : threads.invokeAll(fetches)) {
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
        Example.of(args).run((client, limit) -> new NoLimit(client));
    }
}
