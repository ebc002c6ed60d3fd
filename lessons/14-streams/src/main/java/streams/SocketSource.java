package streams;

import interleave.eventloop.Connection;
import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Reads what a server sends: blocking on a thread, non-blocking on an event loop. Connects on the first read. */
public final class SocketSource implements Source {

    private final InetSocketAddress address;
    private Source blocking;
    private CompletableFuture<Connection> connecting;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

    /** The server at this address. */
    public SocketSource(InetSocketAddress address) {
        this.address = address;
    }

    @Override
    public ByteBuffer next() throws IOException, InterruptedException {
        if (blocking == null) {
            blocking = new ChannelSource(SocketChannel.open(address));
        }
        return blocking.next();
    }

    @Override
    public CompletionStage<ByteBuffer> nextOn(EventLoop loop) {
        if (connecting == null) {
            connecting = loop.connect(address);
        }
        return connecting.thenCompose(server -> server.read(buffer.clear())).thenApply(count -> buffer.flip());
    }

    /** The loop closes its own connections when it ends. */
    @Override
    public void close() throws IOException {
        if (blocking != null) {
            blocking.close();
        }
    }
}
