package benchmarks.fetch;

import benchmarks.http.RequestBatches;
import benchmarks.python.Asyncio;
import fetch.Fetcher;
import fetch.User;
import fetch.WithThreadPool;
import fetch.WithVertxClient;
import fetch.WithVirtualThreads;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Fetches pages, and keeps its connections for the next batch. */
interface FetchClient extends AutoCloseable {

    /** The users, in the order of the pages. */
    List<User> fetchAll(List<URI> pages) throws Exception;

    /** How many of the requests it sends at once. */
    int atOnce(int requests);

    /** Its processor time so far. */
    default Duration processorTime() {
        return RequestBatches.processorTimeOfThisProcess();
    }

    @Override
    void close();

    /**
     * A version of lesson 07.
     *
     * @param most how many requests it sends at once
     * @param closing closes its connections
     */
    record InJava(Fetcher fetcher, int most, Runnable closing) implements FetchClient {

        static InJava onJdkClient(int most, Function<HttpClient, Fetcher> version) {
            // By default it would offer HTTP/2 with each new connection.
            var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
            return new InJava(version.apply(client), most, client::close);
        }

        static InJava onVirtualThreads() {
            return onJdkClient(Integer.MAX_VALUE, WithVirtualThreads::new);
        }

        static InJava onThreadPool(int threads) {
            return onJdkClient(threads, client -> new WithThreadPool(client, threads));
        }

        static InJava onVertx(int connections) {
            var fetcher = new WithVertxClient(connections);
            return new InJava(fetcher, connections, fetcher::close);
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
            closing.run();
        }
    }

    /** aiohttp in a Python process, with a pool of connections. */
    record OnAiohttp(Asyncio python, int connections) implements FetchClient {
        /** The size of its pool by default. */
        static final int DEFAULT_CONNECTIONS = 100;

        static OnAiohttp withConnections(int connections) throws IOException {
            return new OnAiohttp(Asyncio.aiohttp(connections), connections);
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
        public Duration processorTime() {
            return python.processorTime();
        }

        @Override
        public void close() {
            python.close();
        }
    }
}
