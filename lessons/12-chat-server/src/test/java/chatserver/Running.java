package chatserver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server that runs on a thread of its own, on a free port, until it is closed as Ctrl-C does it. */
final class Running {
    static final int PATIENCE_SECONDS = 120;

    private final CompletableFuture<InetSocketAddress> listening = new CompletableFuture<>();
    private final CompletableFuture<Throwable> ended = new CompletableFuture<>();
    private final Thread thread;

    Running(ChatServer server) {
        thread = Thread.ofPlatform().name("server").start(() -> serve(server));
    }

    private void serve(ChatServer server) {
        try {
            server.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), listening::complete);
            ended.complete(new AssertionError("the server came back by itself"));
        } catch (Throwable thrown) {
            listening.completeExceptionally(thrown);
            ended.complete(thrown);
        }
    }

    InetSocketAddress address() {
        return listening.join();
    }

    /** Ends the server, and returns what {@code serve} threw. */
    Throwable end() throws Exception {
        thread.interrupt();
        return ended.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
