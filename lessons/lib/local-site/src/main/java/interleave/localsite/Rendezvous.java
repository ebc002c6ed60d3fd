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
 * A server that answers nobody before so many requests are there together. That they were sent at once is then proved
 * by their answers, however slow the machine; fewer wait for ever.
 */
public final class Rendezvous implements AutoCloseable {

    private static final int MOST_WAITING_CONNECTIONS = 10_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final CyclicBarrier together;
    private final Semaphore places;
    private final Function<String, String> pages;
    private volatile boolean crowded;

    private Rendezvous(int parties, Function<String, String> pages) throws IOException {
        this.together = new CyclicBarrier(parties);
        this.places = new Semaphore(parties);
        this.pages = pages;
        this.server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                MOST_WAITING_CONNECTIONS,
                "/",
                this::answer);
    }

    /** Opens a server where so many meet, on a free port; {@code pages} says what a path answers. */
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

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean hasPlace = places.tryAcquire();
            if (!hasPlace) {
                crowded = true; // and never false again, whoever else looks at the same time
            }
            together.await();
            if (hasPlace) {
                places.release();
            }
            byte[] body = pages.apply(exchange.getRequestURI().getPath()).getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException | BrokenBarrierException closed) {
            throw new IOException(closed);
        }
    }

    /** The address of a path, such as {@code http://127.0.0.1:40123/users/1}. */
    public URI uri(String path) {
        var address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + path);
    }

    /** Whether there ever were more requests at once than meet here. */
    public boolean wasCrowded() {
        return crowded;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
