package limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** One virtual thread per request, and a fair semaphore: requests get their permits in order of arrival. */
public final class WithVirtualThreads implements Fetcher {

    private final HttpClient client;
    private final Semaphore permits;

    /** All calls together send at most {@code limit} requests at once. */
    public WithVirtualThreads(HttpClient client, int limit) {
        this.client = client;
        this.permits = new Semaphore(limit, true);
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
        permits.acquire();
        try {
            var request = HttpRequest.newBuilder(address).build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } finally {
            permits.release();
        }
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(WithVirtualThreads::new);
    }
}
