package interleave.eventloop;

import interleave.eventloop.futures.AwaitedFuture;
import interleave.eventloop.futures.Follower;
import interleave.eventloop.futures.NextTurn;
import interleave.eventloop.network.Output;
import interleave.eventloop.network.Selection.ChannelHandler;
import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ReadPendingException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A TCP connection of an {@link EventLoop}. Use it on the loop's thread only. Corresponds to both StreamReader and
 * StreamWriter of asyncio.
 */
public final class Connection {

    /** When more bytes than this are pending, the futures of writes stop completing. */
    private static final int HIGH_WATER = 64 * 1024;
    /** When at most this many bytes are pending, the futures of writes complete again. */
    private static final int LOW_WATER = 16 * 1024;

    private final Scheduler loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress remoteAddress;

    private Read read;
    private Output output = new Output();
    /** Not null after a write has failed. The peer receives nothing any more. */
    private IOException outputFailure;

    private final Queue<Write> writers = new ArrayDeque<>();
    private boolean aboveHighWater;
    private final Runnable flush = this::flush;
    private boolean flushScheduled;
    private final AwaitedFuture<Void> closed;
    private boolean closing;

    Connection(Scheduler loop, SocketChannel channel) throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.remoteAddress = (InetSocketAddress) channel.getRemoteAddress();
        this.closed = new Close();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        this.key = loop.selection().register(channel, 0, new ChannelHandler(this::selected, this::abort));
    }

    /** The address of the peer. */
    public InetSocketAddress remoteAddress() {
        return remoteAddress;
    }

    /** The number of bytes that were written but not sent yet. */
    public int pendingBytes() {
        return output.size();
    }

    /**
     * Completes with the number of bytes read into {@code buffer}: at least one, or -1 at the end of the stream.
     * Cancelling it loses no bytes. While no read is pending, the peer has to wait: this is the back-pressure of TCP.
     *
     * @throws ReadPendingException when another read is pending
     */
    public CompletableFuture<Integer> read(ByteBuffer buffer) {
        loop.checkLoopThread();
        if (!buffer.hasRemaining()) {
            throw new IllegalArgumentException("the buffer is full: call clear() or compact() before the read");
        }
        if (read != null) {
            throw new ReadPendingException();
        }
        var newRead = new Read(buffer);
        if (isOpen()) {
            read = newRead;
            enable(SelectionKey.OP_READ);
        } else {
            newRead.completeExceptionally(closedFailure());
        }
        return newRead;
    }

    /**
     * Sends what remains in {@code bytes}, together with everything else that is written in this turn of the loop. The
     * bytes are copied, so you can reuse the buffer at once. Wait for the future before you write again. It completes
     * in the next turn or, if the peer is too slow, when most of the pending bytes have been sent. When it fails
     * because the peer has disconnected, you can still read what the peer sent before.
     */
    public CompletableFuture<Void> write(ByteBuffer bytes) {
        loop.checkLoopThread();
        var writer = new Write();
        if (!isOpen() || closing) {
            writer.completeExceptionally(closedFailure());
            return writer;
        }
        if (outputFailure != null) {
            writer.completeExceptionally(outputFailure);
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
        loop.checkLoopThread();
        closing = true;
        if (output.size() == 0) {
            abort();
        }
        return Follower.of(loop, closed);
    }

    /** Closes the connection now. Pending bytes are lost, and pending reads and writes fail. */
    public void abort() {
        loop.checkLoopThread();
        closeBecause(null);
    }

    /** Resets the connection: the peer sees an error instead of the end of the stream, and may lose unread bytes. */
    public void reset() {
        loop.checkLoopThread();
        try {
            if (isOpen()) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException broken) {
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
            disable(SelectionKey.OP_READ);
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
        } catch (IOException broken) {
            closeBecause(broken);
        }
    }

    private void flush() {
        flushScheduled = false;
        if (!isOpen()) {
            return;
        }
        try {
            output.sendTo(channel);
        } catch (IOException broken) {
            failWrites(broken);
            return;
        }
        aboveHighWater = output.size() > (aboveHighWater ? LOW_WATER : HIGH_WATER);
        if (!aboveHighWater) {
            writers.forEach(loop::runNextTurn);
            writers.clear();
        }
        if (output.size() > 0) {
            enable(SelectionKey.OP_WRITE);
        } else if (closing) {
            abort();
        } else {
            disable(SelectionKey.OP_WRITE);
        }
    }

    /** Stops writing. The connection stays open, because bytes that arrived before can still be read. */
    private void failWrites(IOException broken) {
        if (closing) {
            closeBecause(broken);
            return;
        }
        outputFailure = lostBecause(broken);
        output = new Output();
        disable(SelectionKey.OP_WRITE);
        failWriters(outputFailure);
    }

    private void failWriters(IOException failure) {
        var failed = List.copyOf(writers);
        writers.clear();
        failed.forEach(writer -> writer.completeExceptionally(failure));
    }

    private boolean isOpen() {
        return channel.isOpen();
    }

    private void closeBecause(IOException broken) {
        try {
            channel.close();
        } catch (IOException alreadyBroken) {
            // it is closed in any case
        }
        IOException failure = broken == null ? closedFailure() : lostBecause(broken);
        if (read != null) {
            read.completeExceptionally(failure);
        }
        failWriters(failure);
        closed.complete(null);
    }

    private IOException lostBecause(IOException broken) {
        return new IOException("lost the connection with " + remoteAddress + ": " + broken.getMessage(), broken);
    }

    private IOException closedFailure() {
        return new IOException("the connection with " + remoteAddress + " is closed");
    }

    private void enable(int operation) {
        if ((key.interestOps() & operation) == 0) {
            key.interestOpsOr(operation);
        }
    }

    private void disable(int operation) {
        if ((key.interestOps() & operation) != 0) {
            key.interestOpsAnd(~operation);
        }
    }

    @Override
    public String toString() {
        return "connection with " + remoteAddress;
    }

    private final class Write extends NextTurn {
        Write() {
            super(Connection.this.loop);
        }

        @Override
        public Optional<WaitReason> waitReason() {
            return Optional.of(
                    new WaitReason("write", "write to " + remoteAddress + ", " + pendingBytes() + " bytes pending"));
        }
    }

    private final class Close extends AwaitedFuture<Void> {
        Close() {
            super(Connection.this.loop);
        }

        @Override
        public Optional<WaitReason> waitReason() {
            return Optional.of(
                    new WaitReason("close", "close of " + remoteAddress + ", " + pendingBytes() + " bytes pending"));
        }
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
        public Optional<WaitReason> waitReason() {
            return Optional.of(new WaitReason("read", "read from " + remoteAddress));
        }

        @Override
        protected void ended(Throwable failure) {
            if (read == this) {
                read = null;
            }
        }
    }
}
