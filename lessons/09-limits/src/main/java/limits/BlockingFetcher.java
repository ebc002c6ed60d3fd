package limits;

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
    public List<Integer> fetchAll(List<URI> addresses) throws Exception {
        var fetches = addresses.stream()
                .<Callable<Integer>>map(address -> () -> fetch(address))
                .toList();
        var statuses = new ArrayList<Integer>();
        for (var fetched : threads.invokeAll(fetches)) {
            statuses.add(fetched.get());
        }
        return statuses;
    }

    private int fetch(URI address) throws Exception {
        var request = HttpRequest.newBuilder(address).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }
}
