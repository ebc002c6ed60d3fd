package interleave.eventloop;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ReadPendingException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A TCP connection of an {@link EventLoop}, to be used on the loop's thread. What asyncio calls a StreamReader and a
 * StreamWriter, in one.
 */
public final class Connection {

    /** When more bytes than this are still to be sent, writers wait… */
    private static final int HIGH_WATER = 64 * 1024;
    /** …until no more than this are left. */
    private static final int LOW_WATER = 16 * 1024;

    private final EventLoop loop;
    private final Network network;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress remoteAddress;

    private Read read;
    private final Output output = new Output();
    private final Queue<NextTurn> writers = new ArrayDeque<>();
    private boolean aboveHighWater;
    private boolean flushComes;
    private final AwaitedFuture<Void> closed;
    private boolean closing;

    Connection(EventLoop loop, Network network, SocketChannel channel) throws IOException {
        this.loop = loop;
        this.network = network;
        this.channel = channel;
        this.remoteAddress = (InetSocketAddress) channel.getRemoteAddress();
        this.closed = new AwaitedFuture<>(loop);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.key = network.register(channel, 0, new Network.Registered(this::selected, this::abort));
    }

    /** Who is at the other end. */
    public InetSocketAddress remoteAddress() {
        return remoteAddress;
    }

    /** How many bytes have been written, and wait for the other end to read. */
    public int pendingBytes() {
        return output.size();
    }

    /**
     * Completes with the number of bytes that have come into {@code buffer}: at least one, or -1 at the end. Cancelling
     * it loses no bytes. While nobody reads, the other end is made to wait.
     *
     * @throws ReadPendingException when another read is not done yet
     */
    public CompletableFuture<Integer> read(ByteBuffer buffer) {
        loop.checkHere();
        if (!buffer.hasRemaining()) {
            throw new IllegalArgumentException("the buffer has no room for a byte: clear() or compact() it first");
        }
        if (read != null) {
            throw new ReadPendingException();
        }
        var newRead = new Read(buffer);
        if (isOpen()) {
            read = newRead;
            want(SelectionKey.OP_READ);
        } else {
            newRead.completeExceptionally(closedFailure());
        }
        return newRead;
    }

    /**
     * Sends what remains in {@code bytes}, together with all else that is written in this turn of the loop. The bytes
     * are copied, so the buffer is free at once. The future completes when the next write is welcome: on the next turn,
     * or, while the other end does not keep up, when most of what was written has been sent.
     */
    public CompletableFuture<Void> write(ByteBuffer bytes) {
        loop.checkHere();
        var writer = new NextTurn(loop);
        if (!isOpen() || closing) {
            writer.completeExceptionally(closedFailure());
            return writer;
        }
        output.add(bytes);
        writers.add(writer);
        if (!flushComes) {
            flushComes = true;
            network.flushLater(this);
        }
        return writer;
    }

    /** Closes the connection when all that was written has been sent, and then completes. */
    public CompletableFuture<Void> close() {
        loop.checkHere();
        closing = true;
        if (output.size() == 0) {
            abort();
        }
        return loop.shield(closed);
    }

    /** Closes the connection now. What has not been sent is lost; who waits for it is told. */
    public void abort() {
        loop.checkHere();
        closeBecause(null);
    }

    /** Breaks the connection off: the other end does not see an end, but an error. It may lose what it has not read. */
    public void reset() {
        loop.checkHere();
        try {
            if (isOpen()) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException gone) {
            // so it is broken already
        }
        abort();
    }

    private void selected() {
        if (isOpen() && key.isWritable()) {
            flush();
        }
        if (isOpen() && key.isReadable()) {
            readNow();
        }
    }

    private void readNow() {
        if (read == null) {
            dontWant(SelectionKey.OP_READ);
            return;
        }
        Read done = read;
        try {
            int count = channel.read(done.buffer);
            if (count != 0) {
                read = null;
                loop.switchTo(done.asker);
                done.complete(count);
            }
        } catch (IOException gone) {
            closeBecause(gone);
        }
    }

    void flush() {
        flushComes = false;
        if (!isOpen()) {
            return;
        }
        try {
            output.sendTo(channel);
        } catch (IOException gone) {
            closeBecause(gone);
            return;
        }
        aboveHighWater = output.size() > (aboveHighWater ? LOW_WATER : HIGH_WATER);
        if (!aboveHighWater) {
            writers.forEach(loop::goOnWith);
            writers.clear();
        }
        if (output.size() > 0) {
            want(SelectionKey.OP_WRITE);
        } else if (closing) {
            abort();
        } else {
            dontWant(SelectionKey.OP_WRITE);
        }
    }

    private boolean isOpen() {
        return channel.isOpen();
    }

    private void closeBecause(IOException gone) {
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // closed all the same
        }
        var failure = gone == null
                ? closedFailure()
                : new IOException(remoteAddress + " is gone: " + gone.getMessage(), gone);
        if (read != null) {
            read.completeExceptionally(failure);
        }
        writers.forEach(writer -> writer.completeExceptionally(failure));
        writers.clear();
        closed.complete(null);
    }

    private IOException closedFailure() {
        return new IOException("the connection with " + remoteAddress + " is closed");
    }

    private void want(int operation) {
        if ((key.interestOps() & operation) == 0) {
            key.interestOpsOr(operation);
        }
    }

    private void dontWant(int operation) {
        if ((key.interestOps() & operation) != 0) {
            key.interestOpsAnd(~operation);
        }
    }

    @Override
    public String toString() {
        return "connection with " + remoteAddress;
    }

    private final class Read extends AwaitedFuture<Integer> {
        private final ByteBuffer buffer;
        private final Task<?> asker = Connection.this.loop.asker();

        Read(ByteBuffer buffer) {
            super(Connection.this.loop);
            this.buffer = buffer;
        }

        @Override
        void ended() {
            if (read == this) {
                read = null;
            }
        }
    }
}
