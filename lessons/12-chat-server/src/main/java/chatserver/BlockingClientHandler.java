package chatserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** One client on blocking I/O. One thread reads its lines, and another writes the messages for it. */
public final class BlockingClientHandler implements AutoCloseable {
    /** The most bytes in one system call. The JDK keeps a buffer of this size for each thread that writes. */
    private static final int LARGEST_WRITE = 64 * 1024;

    /** The address and port of the client, such as 127.0.0.1:50001. */
    public final String name;

    private final SocketChannel channel;
    /** Also the lock that guards it and the two flags. */
    private final Outbox outbox = new Outbox();
    /**
     * Whether {@link #send} discards messages: nothing can be written any more, or the last message is in the outbox.
     */
    private boolean discarding;
    /** Whether the writing thread returns as soon as the outbox is empty. */
    private boolean closing;

    private final CountDownLatch writerReturned = new CountDownLatch(1);

    /** @throws IOException when the client has disconnected already */
    public BlockingClientHandler(SocketChannel channel) throws IOException {
        this.name = Protocol.name((InetSocketAddress) channel.getRemoteAddress());
        this.channel = channel;
    }

    /** Passes each line to {@code onLine}, until the client ends its stream or the connection breaks. */
    public void readAll(Consumer<byte[]> onLine) throws InterruptedException {
        var decoder = new LineDecoder(onLine, () -> send(Protocol.TOO_LONG));
        var buffer = ByteBuffer.allocate(8 * 1024);
        try {
            while (channel.read(buffer.clear()) >= 0) {
                Duration delay = decoder.decode(buffer.flip());
                if (delay.isPositive()) {
                    Thread.sleep(delay);
                }
            }
            decoder.end();
        } catch (IOException disconnected) {
            // a broken connection ends like a closed one
        }
    }

    /** Adds the message to the outbox for the writing thread, without blocking. Returns false when it is full. */
    public boolean send(byte[] message) {
        synchronized (outbox) {
            boolean wasEmpty = outbox.isEmpty();
            boolean accepted = discarding || outbox.add(message);
            if (wasEmpty) {
                outbox.notifyAll(); // the writing thread waits only while the outbox is empty
            }
            return accepted;
        }
    }

    /** Writes all pending messages in one write, again and again, until {@link #closing} or {@link #close}. */
    public void writeAll() throws InterruptedException {
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            for (var bytes = takeAll(); bytes.hasRemaining(); bytes = takeAll()) {
                write(bytes);
            }
            channel.close(); // ends the reading thread too
        } catch (IOException disconnected) {
            discardMessages(); // leave the channel open: the reading thread may not have read all lines yet
        } finally {
            writerReturned.countDown();
        }
    }

    private void discardMessages() {
        synchronized (outbox) {
            discarding = true;
        }
    }

    /**
     * Waits for the first message, then takes all messages. {@code yield} is a hint to the scheduler: other threads may
     * run first and add their messages, which then leave in the same write. Without it, the server is correct, but a
     * write carries fewer messages: see "What makes it fast" in README.md.
     */
    private ByteBuffer takeAll() throws InterruptedException {
        synchronized (outbox) {
            while (outbox.isEmpty() && !closing) {
                outbox.wait();
            }
        }
        Thread.yield();
        synchronized (outbox) {
            return outbox.takeAll();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        for (int end = bytes.limit(); bytes.position() < end; ) {
            channel.write(bytes.limit(Math.min(end, bytes.position() + LARGEST_WRITE)));
        }
    }

    /** Closes the connection as soon as this message, and all before it, are written. */
    public void sendLast(byte[] message) {
        synchronized (outbox) {
            send(message);
            discarding = true;
            closing = true;
        }
    }

    /**
     * Blocks until no message is waiting for the client, or the connection breaks or is closed. A client that has ended
     * its stream may still read.
     */
    public void awaitWritten() throws InterruptedException {
        stopWriterWhenEmpty();
        writerReturned.await();
    }

    private void stopWriterWhenEmpty() {
        synchronized (outbox) {
            closing = true;
            outbox.notifyAll();
        }
    }

    /** Closes the connection now. The threads that read and write it return. */
    @Override
    public void close() {
        stopWriterWhenEmpty();
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
