package benchmarks;

import com.sun.management.OperatingSystemMXBean;
import fetch.Fetcher;
import fetch.User;
import fetch.WithThreadPool;
import fetch.WithVirtualThreads;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fetches pages in its own way, and keeps its connections for the next time. */
interface FetchClient extends AutoCloseable {

    /** The users, in the order of the pages. */
    List<User> fetchAll(List<URI> pages) throws Exception;

    /** How many of so many requests are on their way at once. */
    int atOnce(int requests);

    /** Its processor time so far. */
    default Duration computed() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }

    @Override
    void close();

    /** A version of lesson 07 that has so many requests on their way at once, and the JDK's client. */
    record OnJdkClient(HttpClient client, Fetcher fetcher, int most) implements FetchClient {

        static OnJdkClient with(int most, Function<HttpClient, Fetcher> version) {
            // or it would offer HTTP/2 with each new connection
            var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
            return new OnJdkClient(client, version.apply(client), most);
        }

        static OnJdkClient onVirtualThreads() {
            return with(Integer.MAX_VALUE, WithVirtualThreads::new);
        }

        static OnJdkClient onThreadPool(int threads) {
            return with(threads, client -> new WithThreadPool(client, threads));
        }

        @Override
        public List<User> fetchAll(List<URI> pages) throws Exception {
            return fetcher.fetchAll(pages);
        }

        @Override
        public int atOnce(int requests) {
            return Math.min(most, requests);
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
            return new OnVertx(
                    vertx,
                    WebClient.create(vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(connections)),
                    connections);
        }

        @Override
        public List<User> fetchAll(List<URI> pages) {
            List<Future<HttpResponse<Buffer>>> fetches = pages.stream()
                    .map(page -> client.getAbs(page.toString()).send())
                    .toList();
            Future.all(fetches).await();
            return fetches.stream()
                    .map(fetch -> User.parse(fetch.result().bodyAsString()))
                    .toList();
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

    /** aiohttp, in a Python process, with a pool of so many connections. */
    record OnAiohttp(Asyncio python, int connections) implements FetchClient {
        /** What its pool has unless told otherwise. */
        static final int DEFAULT_CONNECTIONS = 100;

        static OnAiohttp withConnections(int connections) throws IOException {
            return new OnAiohttp(Asyncio.script("fetch.py", Integer.toString(connections)), connections);
        }

        @Override
        public List<User> fetchAll(List<URI> pages) throws IOException {
            return python.ask(pages.stream().map(URI::toString).collect(Collectors.joining(" ")))
                    .map(User::parse)
                    .toList();
        }

        @Override
        public int atOnce(int requests) {
            return Math.min(connections, requests);
        }

        @Override
        public Duration computed() {
            return python.computed();
        }

        @Override
        public void close() {
            python.close();
        }
    }
}
