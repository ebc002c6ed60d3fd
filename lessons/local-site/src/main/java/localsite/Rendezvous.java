package fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * A server that answers nobody before so many requests are there together: that they were all sent at once is then
 * proved by the answers, whatever the time. Fewer at once wait for ever.
 */
final class Rendezvous implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CyclicBarrier together;
    private final Semaphore room;
    private volatile boolean crowded;

    Rendezvous(int parties) throws IOException {
        together = new CyclicBarrier(parties);
        room = new Semaphore(parties);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10_000);
        server.setExecutor(threads);
        server.createContext("/users/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean hasRoom = room.tryAcquire();
            crowded |= !hasRoom;
            together.await();
            if (hasRoom) {
                room.release();
            }
            String id = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            byte[] body = "{\"id\": %s, \"name\": \"User %s\"}".formatted(id, id).getBytes(US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException | BrokenBarrierException closed) {
            throw new IOException(closed);
        }
    }

    List<URI> addresses(int users) {
        var address = server.getAddress();
        return IntStream.rangeClosed(1, users).mapToObj(id -> URI.create("http://" + address.getAddress()
                .getHostAddress() + ":" + address.getPort() + "/users/" + id)).toList();
    }

    /** Whether there ever were more requests at once than meet here. */
    boolean wasCrowded() {
        return crowded;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
