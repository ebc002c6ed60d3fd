package fetch;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.util.List;

/**
 * Uses Vert.x, a production HTTP client, which has its own event loop. It keeps its connections in a pool, and a
 * request waits until one of them is free. By default, the pool opens at most five.
 */
public final class WithVertxClient implements Fetcher, AutoCloseable {

    static final int DEFAULT_CONNECTIONS = PoolOptions.DEFAULT_MAX_POOL_SIZE;

    private final Vertx vertx = Vertx.vertx();
    private final WebClient client;

    /** Creates a fetcher with at most {@code connections}. Close it to end its threads. */
    public WithVertxClient(int connections) {
        client = WebClient.create(vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(connections));
    }

    @Override
    public List<User> fetchAll(List<URI> addresses) {
        var fetches = addresses.stream().map(this::fetch).toList();
        Future.all(fetches).await();
        return fetches.stream().map(Future::result).toList();
    }

    private Future<User> fetch(URI address) {
        return client.getAbs(address.toString()).send().map(response -> User.parse(response.bodyAsString()));
    }

    @Override
    public void close() {
        client.close();
        vertx.close().await();
    }

    static void main(String[] args) throws Exception {
        var example = Example.of(args);
        try (var fetcher = new WithVertxClient(DEFAULT_CONNECTIONS)) {
            example.run(DEFAULT_CONNECTIONS, fetcher);
        }
    }
}
