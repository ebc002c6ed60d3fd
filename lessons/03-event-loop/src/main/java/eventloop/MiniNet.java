package eventloop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;

/**
 * {@link MiniLoop} with sockets: it blocks in a selector instead of parking, since a thread can block in one place
 * only. The selector returns when a channel is ready, when the time is over, or when another thread wakes it up.
 */
public final class MiniNet extends MiniLoop {

    private final Selector selector;

    /** A loop that waits in {@code selector}, which the caller closes after the loop. */
    public MiniNet(Selector selector) {
        this.selector = selector;
    }

    /** Completes when {@code operation}, such as {@link SelectionKey#OP_READ}, is possible without blocking. */
    public CompletableFuture<Void> ready(SelectableChannel channel, int operation) {
        try {
            var ready = new CompletableFuture<Void>();
            channel.configureBlocking(false);
            Runnable complete = () -> ready.complete(null);
            channel.register(selector, operation, complete);
            return ready;
        } catch (IOException closed) {
            return CompletableFuture.failedFuture(closed);
        }
    }

    @Override
    void block(long nanos) {
        try {
            selector.select((nanos + 999_999) / 1_000_000); // milliseconds, rounded up; 0 stays 0: forever
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    void wakeUp() {
        selector.wakeup();
    }

    /** Makes the futures of ready channels complete in this turn. */
    @Override
    void takeIn() {
        super.takeIn();
        try {
            selector.selectNow(key -> {
                key.interestOps(0);
                execute((Runnable) key.attachment());
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // ---- an echo server for one client

    /** What to do with a channel that is ready. */
    private interface Step {
        CompletableFuture<Void> run() throws IOException;
    }

    private CompletableFuture<Void> when(SelectableChannel channel, int operation, Step step) {
        return ready(channel, operation).thenCompose(now -> {
            try {
                return step.run();
            } catch (IOException failed) {
                return CompletableFuture.failedFuture(failed);
            }
        });
    }

    /** Accepts one client, and sends back what it sends until it disconnects. */
    public CompletableFuture<Void> echo(ServerSocketChannel server) {
        return when(server, SelectionKey.OP_ACCEPT, () -> echo(server.accept(), ByteBuffer.allocate(1024)));
    }

    private CompletableFuture<Void> echo(SocketChannel client, ByteBuffer buffer) {
        return when(client, SelectionKey.OP_READ, () -> {
            if (client.read(buffer.clear()) < 0) {
                client.close();
                return CompletableFuture.completedFuture(null);
            }
            return write(client, buffer.flip()).thenCompose(written -> echo(client, buffer));
        });
    }

    /** A socket takes as many bytes as fit into its buffer. The rest waits until there is room again. */
    private CompletableFuture<Void> write(SocketChannel client, ByteBuffer bytes) throws IOException {
        client.write(bytes);
        return bytes.hasRemaining()
                ? when(client, SelectionKey.OP_WRITE, () -> write(client, bytes))
                : CompletableFuture.completedFuture(null);
    }

    static void main() throws Exception {
        try (var selector = Selector.open();
                var loop = new MiniNet(selector);
                var server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            IO.println("Listening on port " + server.socket().getLocalPort());
            loop.runUntilComplete(loop.echo(server));
        }
    }
}
