package benchmarks;

import eventloop.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Fetches pages in its own way, and keeps its connections for the next time. */
interface FetchClient extends AutoCloseable {

    /** The bodies, in the order of the pages. */
    List<String> fetchAll(List<URI> pages) throws Exception;

    /** How many of so many requests are on their way at once. */
    int atOnce(int requests);

    @Override
    void close();

    static HttpClient httpClient() {
        // or it would offer HTTP/2 with each new connection
        return HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    }

    static HttpRequest request(URI page) {
        return HttpRequest.newBuilder(page).build();
    }

    /** One after the other, on the caller's thread. */
    record Sequential(HttpClient client) implements FetchClient {
        Sequential() {
            this(httpClient());
        }

        @Override
        public List<String> fetchAll(List<URI> pages) throws Exception {
            var bodies = new ArrayList<String>();
            for (URI page : pages) {
                bodies.add(client.send(request(page), BodyHandlers.ofString()).body());
            }
            return bodies;
        }

        @Override
        public int atOnce(int requests) {
            return 1;
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** Each request blocks a thread of a pool. */
    record OnThreads(HttpClient client, ExecutorService threads, int most) implements FetchClient {

        static OnThreads pool(int size) {
            return new OnThreads(httpClient(), Executors.newFixedThreadPool(size), size);
        }

        static OnThreads virtual() {
            return new OnThreads(httpClient(), Executors.newVirtualThreadPerTaskExecutor(), Integer.MAX_VALUE);
        }

        @Override
        public List<String> fetchAll(List<URI> pages) throws Exception {
            var fetches = pages.stream().map(page -> threads.submit(() -> client.send(request(page), BodyHandlers
                    .ofString()).body())).toList();
            var bodies = new ArrayList<String>();
            for (var fetch : fetches) {
                bodies.add(fetch.get());
            }
            return bodies;
        }

        @Override
        public int atOnce(int requests) {
            return Math.min(most, requests);
        }

        @Override
        public void close() {
            threads.close();
            client.close();
        }
    }

    /** The JDK's asynchronous client, awaited on the course's loop. */
    record OnEventLoop(HttpClient client) implements FetchClient {
        OnEventLoop() {
            this(httpClient());
        }

        @Override
        public List<String> fetchAll(List<URI> pages) throws Exception {
            return EventLoop.run(loop -> loop.gather(pages.stream().map(page -> loop.adopt(client.sendAsync(request(
                    page), BodyHandlers.ofString())).thenApply(answer -> answer.body())).toList()));
        }

        @Override
        public int atOnce(int requests) {
            return requests;
        }

        @Override
        public void close() {
            client.close();
        }
    }

    /** Vert.x on one loop, with a pool of so many connections. */
    record OnVertx(Vertx vertx, WebClient client, int connections) implements FetchClient {
        /** What its pool has unless told otherwise. */
        static final int DEFAULT_CONNECTIONS = PoolOptions.DEFAULT_MAX_POOL_SIZE;

        static OnVertx withConnections(int connections) {
            var vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
            return new OnVertx(vertx, WebClient.create(vertx, new WebClientOptions(), new PoolOptions()
                    .setHttp1MaxSize(connections)), connections);
        }

        @Override
        public List<String> fetchAll(List<URI> pages) {
            List<Future<HttpResponse<Buffer>>> fetches = pages.stream().map(page -> client.getAbs(page.toString())
                    .send()).toList();
            Future.all(fetches).await();
            return fetches.stream().map(fetch -> fetch.result().bodyAsString()).toList();
        }

        @Override
        public int atOnce(int requests) {
            return Math.min(connections, requests);
        }

        @Override
        public void close() {
            client.close();
            vertx.close().await();
        }
    }
}
