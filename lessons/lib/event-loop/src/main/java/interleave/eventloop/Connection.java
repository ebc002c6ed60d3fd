package interleave.eventloop;

import interleave.eventloop.futures.AwaitedFuture;
import interleave.eventloop.futures.Follower;
import interleave.eventloop.futures.NextTurn;
import interleave.eventloop.network.Output;
import interleave.eventloop.network.Selection.ChannelHandler;
import interleave.eventloop.observation.Owner;
import interleave.eventloop.scheduling.Scheduler;
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

    /** When more bytes than this are pending, writers wait… */
    private static final int HIGH_WATER = 64 * 1024;
    /** …until no more than this are pending. */
    private static final int LOW_WATER = 16 * 1024;

    private final Scheduler loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress remoteAddress;

    private Read read;
    private final Output output = new Output();
    private final Queue<NextTurn> writers = new ArrayDeque<>();
    private boolean aboveHighWater;
    private final Runnable flush = this::flush;
    private boolean flushScheduled;
    private final AwaitedFuture<Void> closed;
    private boolean closing;

    Connection(Scheduler loop, SocketChannel channel) throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.remoteAddress = (InetSocketAddress) channel.getRemoteAddress();
        this.closed = new AwaitedFuture<>(loop);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.key = loop.selection().register(channel, 0, new ChannelHandler(this::selected, this::abort));
    }

    /** The address of the peer. */
    public InetSocketAddress remoteAddress() {
        return remoteAddress;
    }

    /** How many bytes were written and could not be sent yet. */
    public int pendingBytes() {
        return output.size();
    }

    /**
     * Completes with the number of bytes read into {@code buffer}: at least one, or -1 at the end of the stream.
     * Cancelling it loses no bytes. Without a pending read the peer has to wait: this is the back-pressure of TCP.
     *
     * @throws ReadPendingException when another read is pending
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
     * Sends what remains in {@code bytes}, together with everything else that is written in this turn of the loop. The
     * bytes are copied, so the buffer may be reused at once. The future completes when you should write again: in the
     * next turn, or, while the peer does not keep up, when most of the pending bytes have been sent.
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
        if (!flushScheduled) {
            flushScheduled = true;
            loop.selection().flushLater(flush);
        }
        return writer;
    }

    /** Closes the connection when all pending bytes have been sent, and then completes. It never fails. */
    public CompletableFuture<Void> close() {
        loop.checkHere();
        closing = true;
        if (output.size() == 0) {
            abort();
        }
        return Follower.of(loop, closed);
    }

    /** Closes the connection now. Pending bytes are lost, and pending reads and writes fail. */
    public void abort() {
        loop.checkHere();
        closeBecause(null);
    }

    /** Resets the connection: the peer sees an error instead of the end of the stream, and may lose unread bytes. */
    public void reset() {
        loop.checkHere();
        try {
            if (isOpen()) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException gone) {
            // it is broken already
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
                loop.switchTo(done.requester);
                done.complete(count);
            }
        } catch (IOException gone) {
            closeBecause(gone);
        }
    }

    private void flush() {
        flushScheduled = false;
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
        private final Owner requester;

        Read(ByteBuffer buffer) {
            super(Connection.this.loop);
            this.buffer = buffer;
            this.requester = loop.owner();
        }

        @Override
        protected void ended(Throwable failure) {
            if (read == this) {
                read = null;
            }
        }
    }
}
