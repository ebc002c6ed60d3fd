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
 * A web site on the loopback interface of this machine, for lessons to talk to: it answers as slowly, as wrongly and as
 * seldom as told, and counts. It runs on a thread of its own, on the course's event loop.
 *
 * <pre>{@code
 * try (var site = LocalSite.start(pages -> pages.json("/users/1", "{\"id\": 1}", Duration.ofSeconds(1)))) {
 *     fetch(site.uri("/users/1"));
 * }
 * }</pre>
 */
public final class LocalSite implements AutoCloseable {

    /**
     * Not in the thread group of whoever opens a site: its thread is one of another machine, and whoever watches or
     * counts the threads of a program is not to find it there.
     */
    private static final ThreadGroup ANOTHER_MACHINE = new ThreadGroup(outermostGroup(), "local-site");

    private final Pages pages;
    private final TrafficCounter counter = new TrafficCounter();
    private final CompletableFuture<InetSocketAddress> listening = new CompletableFuture<>();
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();
    private final Thread thread = Thread.ofPlatform()
            .daemon()
            .name("local-site")
            .group(ANOTHER_MACHINE)
            .unstarted(this::run);
    /** Has a port, and never listens on it: so nobody else can. */
    private final SocketChannel refusing;

    private LocalSite(Pages pages) throws IOException {
        this.pages = pages;
        this.refusing = SocketChannel.open().bind(loopback(0));
    }

    /**
     * Opens a site with these pages, on a free port unless they name one. Other paths answer 404.
     *
     * @throws UncheckedIOException when the port is taken; the message says how to find out by whom
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
                ? "port " + pages.port() + " is taken: another program listens on it.\n"
                        + "Which one? Linux: ss -ltnp | grep :" + pages.port() + "   macOS: lsof -i :" + pages.port()
                        + "   Windows: netstat -ano | findstr :" + pages.port() + "\n"
                        + "End it, or choose another port; 0 takes a free one."
                : "the local site cannot start: " + failure.getMessage();
    }

    private void run() {
        try {
            EventLoop.run(loop -> {
                loop.setDebug(
                        false); // it is about the loops of lessons: here clients that go away are nothing to report
                var server = loop.listen(loopback(pages.port()), connection -> visit(loop, connection));
                listening.complete(server.address());
                return stopped;
            });
        } catch (Exception failure) {
            listening.completeExceptionally(failure);
        }
    }

    private CompletableFuture<Void> visit(EventLoop loop, Connection connection) {
        counter.connected();
        return new Visit(loop, connection, pages, counter).begin();
    }

    private static ThreadGroup outermostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** The address of a page, such as {@code http://127.0.0.1:40123/users/1}. */
    public URI uri(String path) {
        return uri(listening.join(), path);
    }

    /** An address at which a connection is refused for as long as this site is open. */
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

    /** What has happened so far. Any thread may ask. */
    public Traffic traffic() {
        long nanos = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
        return counter.soFar(Duration.ofNanos(Math.max(0, nanos)));
    }

    /** Hangs up on everybody, and returns when the port is free again. */
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
            // nobody uses it any longer
        }
    }
}
