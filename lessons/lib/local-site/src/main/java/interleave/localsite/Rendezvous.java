package interleave.localsite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * A web server with a barrier: it responds only when a given number of requests have arrived. A response therefore
 * proves that the requests overlapped, even on a slow machine. Fewer requests wait forever.
 */
public final class Rendezvous implements AutoCloseable {

    private static final int BACKLOG = 10_000;

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(SiteThreads.builder().factory());
    private final HttpServer server;
    private final CyclicBarrier barrier;
    private final Semaphore places;
    private final Function<String, String> pages;
    private volatile boolean crowded;

    private Rendezvous(int parties, Function<String, String> pages) throws IOException {
        this.barrier = new CyclicBarrier(parties);
        this.places = new Semaphore(parties);
        this.pages = pages;
        this.server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG, "/", this::respond);
    }

    /**
     * Starts a server on a free port. It releases requests in groups of {@code parties}, and responds with the result
     * of {@code pages} for the path of a request. The request is under way until {@code pages} returns, so that a pause
     * in it is a latency.
     */
    public static Rendezvous of(int parties, Function<String, String> pages) {
        try {
            var rendezvous = new Rendezvous(parties, pages);
            rendezvous.server.setExecutor(rendezvous.threads);
            rendezvous.server.start();
            return rendezvous;
        } catch (IOException noSocket) {
            throw new UncheckedIOException(noSocket);
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        RequestEvent request = RequestEvent.started(exchange.getRequestURI().getPath());
        try (exchange) {
            boolean hasPlace = places.tryAcquire();
            if (!hasPlace) {
                crowded = true;
            }
            barrier.await();
            byte[] body = pages.apply(exchange.getRequestURI().getPath()).getBytes(UTF_8);
            if (hasPlace) {
                places.release();
            }
            request.commit(); // before the response, after which the client may send its next request
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is closing", closing);
        } catch (BrokenBarrierException closing) {
            throw new IOException("the server is closing", closing);
        }
    }

    /** The address of a path, such as {@code http://127.0.0.1:40123/users/1}. */
    public URI uri(String path) {
        var address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + path);
    }

    /** Whether more than {@code parties} requests were ever waiting at the same time. */
    public boolean wasCrowded() {
        return crowded;
    }

    /** Stops the server. Waiting requests fail. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        threads.close();
    }
}
