package webserver;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Serves all connections on one thread, which never blocks on a client or a back end. */
public final class WithEventLoop implements WebServer {

    @Override
    public RunningServer start(Site site, int port) throws IOException {
        var listening = new CompletableFuture<Integer>();
        var stopped = new CompletableFuture<Void>();
        Thread thread = Thread.ofPlatform().name("web-server").start(() -> serve(site, port, listening, stopped));
        try {
            return new RunningServer(listening.join(), () -> {
                stopped.complete(null);
                join(thread);
            });
        } catch (CompletionException refused) {
            throw new IOException(refused.getCause().getMessage(), refused.getCause());
        }
    }

    private static void serve(
            Site site, int port, CompletableFuture<Integer> listening, CompletableFuture<Void> stopped) {
        try {
            EventLoop.run(loop -> {
                var server = new LoopServer(loop, site, port);
                listening.complete(server.port());
                return loop.adopt(stopped).thenCompose(now -> server.stop());
            });
        } catch (Exception failure) {
            listening.completeExceptionally(failure);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    static void main(String... arguments) throws Exception {
        Example.run(new WithEventLoop(), arguments);
    }
}
