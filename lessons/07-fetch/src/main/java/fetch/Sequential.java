package fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Sends one request after the other, and waits for each response before it sends the next request. */
public final class Sequential implements Fetcher {

    private final HttpClient client;

    /** Creates a fetcher that sends its requests with this client. */
    public Sequential(HttpClient client) {
        this.client = client;
    }

    @Override
    public List<User> fetchAll(List<URI> addresses) throws Exception {
        var users = new ArrayList<User>();
        for (URI address : addresses) {
            users.add(fetch(address));
        }
        return users;
    }

    private User fetch(URI address) throws Exception {
        var request = HttpRequest.newBuilder(address).build();
        return User.of(client.send(request, BodyHandlers.ofString()));
    }

    static void main(String[] args) throws Exception {
        Example.of(args).runOnHttpClient(1, Sequential::new);
    }
}
