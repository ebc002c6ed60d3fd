package chatserver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server on another thread and a free port. {@link #end} interrupts it, as Ctrl-C does. */
final class RunningServer {
    static final int TIMEOUT_SECONDS = 120;

    private final CompletableFuture<InetSocketAddress> listening = new CompletableFuture<>();
    private final CompletableFuture<Throwable> ended = new CompletableFuture<>();
    private final Thread thread;

    RunningServer(ChatServer server) {
        thread = Thread.ofPlatform().name("server").start(() -> serve(server));
    }

    private void serve(ChatServer server) {
        try {
            server.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), listening::complete);
            ended.complete(new AssertionError("serve returned, although it was not interrupted"));
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
        return ended.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }
}
