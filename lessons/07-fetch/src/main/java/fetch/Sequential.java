package fetch;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** One request after the other: the next is sent when the answer to the last is there. */
public final class Sequential implements Fetcher {

    private final HttpClient client;

    /** A fetcher that sends its requests with this client. */
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
