package limits;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** One request after the other, which no limit of a server can reject. */
public final class Sequential implements Fetcher {

    private final HttpClient client;

    /** Sends its requests with this client. */
    public Sequential(HttpClient client) {
        this.client = client;
    }

    @Override
    public List<Integer> fetchAll(List<URI> addresses) throws Exception {
        var statuses = new ArrayList<Integer>();
        for (URI address : addresses) {
            statuses.add(fetch(address));
        }
        return statuses;
    }

    private int fetch(URI address) throws Exception {
        var request = HttpRequest.newBuilder(address).build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run((client, limit) -> new Sequential(client));
    }
}
