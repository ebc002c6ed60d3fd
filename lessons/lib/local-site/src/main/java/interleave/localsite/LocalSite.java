package interleave.localsite;

import interleave.eventloop.Connection;
import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * A web site on the loopback interface, with the latencies, faults and limits that its {@link Pages} define. It counts
 * its {@link Traffic}, and runs on one thread of its own. All methods are thread-safe.
 *
 * <pre>{@code
 * try (var site = LocalSite.start(pages -> pages.json("/users/1", "{\"id\": 1}", Duration.ofSeconds(1)))) {
 *     fetch(site.uri("/users/1"));
 * }
 * }</pre>
 */
public final class LocalSite implements AutoCloseable {

    private final Pages pages;
    private final TrafficCounter counter = new TrafficCounter();
    private final CompletableFuture<InetSocketAddress> listening = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Thread thread = SiteThreads.builder().name("local-site").unstarted(this::run);
    /** Bound to a port, but not listening: connections to that port are refused, and no other program can use it. */
    private final SocketChannel refusing;

    private LocalSite(Pages pages) throws IOException {
        this.pages = pages;
        this.refusing = SocketChannel.open().bind(loopback(0));
    }

    /**
     * Starts a site with these pages, on a free port unless they name one. All other paths respond with 404.
     *
     * @throws UncheckedIOException if the port is in use; the message explains how to find the program that uses it
     */
    public static LocalSite start(Consumer<Pages> define) {
        var pages = new Pages();
        define.accept(pages);
        try {
            var site = new LocalSite(pages);
            site.thread.start();
            site.awaitListening();
            return site;
        } catch (IOException noSocket) {
            throw new UncheckedIOException("the local site cannot open a socket: " + noSocket.getMessage(), noSocket);
        }
    }

    private void awaitListening() {
        try {
            listening.join();
        } catch (CompletionException failed) {
            close();
            throw new UncheckedIOException(reason(failed.getCause()), new IOException(failed.getCause()));
        }
    }

    private String reason(Throwable failure) {
        return failure.getCause() instanceof BindException
                ? "port " + pages.port() + " is in use by another program.\n"
                        + "To find it: ss -ltnp | grep :" + pages.port() + " (Linux), lsof -i :" + pages.port()
                        + " (macOS), netstat -ano | findstr :" + pages.port() + " (Windows).\n"
                        + "Stop that program, or choose another port (0 is any free port)."
                : "the local site cannot start: " + failure.getMessage();
    }

    private void run() {
        try {
            EventLoop.run(loop -> {
                loop.setDebug(false); // debug mode is for the loops of lessons; disconnected clients are normal here
                var server = loop.listen(loopback(pages.port()), connection -> serve(loop, connection));
                listening.complete(server.address());
                return stopped;
            });
        } catch (Exception failure) {
            if (!listening.completeExceptionally(failure)) {
                throw new IllegalStateException("the local site has stopped: " + failure.getMessage(), failure);
            }
        }
    }

    private CompletableFuture<Void> serve(EventLoop loop, Connection connection) {
        counter.connected();
        return new SiteConnection(loop, connection, pages, counter).serve();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The address of a path, such as {@code http://127.0.0.1:40123/users/1}. */
    public URI uri(String path) {
        return uri(listening.join(), path);
    }

    /** An address that refuses connections for as long as this site is open. */
    public URI refusedUri(String path) {
        try {
            return uri((InetSocketAddress) refusing.getLocalAddress(), path);
        } catch (IOException closed) {
            throw new UncheckedIOException("this site is closed", closed);
        }
    }

    private static URI uri(InetSocketAddress address, String path) {
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + path);
    }

    /** The counters of the site so far. */
    public Traffic traffic() {
        long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
        return counter.soFar(Duration.ofNanos(Math.max(0, nanos)));
    }

    /** Closes all connections, and returns when the port is free again. Closing it again has no effect. */
    @Override
    public void close() {
        stopped.complete(null);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            refusing.close();
        } catch (IOException ignored) {
            // it was never connected, so no data is lost
        }
    }
}
