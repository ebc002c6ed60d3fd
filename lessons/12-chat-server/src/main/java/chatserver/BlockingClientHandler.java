package chatserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;

/** One client on blocking I/O. One thread reads its lines, and another writes the messages for it. */
final class BlockingClientHandler implements AutoCloseable {
    /** The most bytes in one system call. The JDK keeps a buffer of this size for each thread that writes. */
    private static final int LARGEST_WRITE = 64 * 1024;

    final String name;
    private final SocketChannel channel;
    /** Also the lock that guards it and {@link #closing}. */
    private final Outbox outbox = new Outbox();

    private boolean closing;

    BlockingClientHandler(SocketChannel channel) throws IOException {
        this.name = Protocol.name((InetSocketAddress) channel.getRemoteAddress());
        this.channel = channel;
    }

    /** Passes each line to {@code onLine}, until the client disconnects. */
    void readAll(Consumer<byte[]> onLine) throws InterruptedException {
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
    boolean send(byte[] message) {
        synchronized (outbox) {
            boolean wasEmpty = outbox.isEmpty();
            boolean accepted = closing || outbox.add(message);
            if (wasEmpty) {
                outbox.notifyAll(); // the writing thread waits only while the outbox is empty
            }
            return accepted;
        }
    }

    /** Writes all pending messages in one write, again and again, until {@link #sendLast} or {@link #close}. */
    void writeAll() throws InterruptedException {
        try (channel) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            for (var bytes = takeAll(); bytes.hasRemaining(); bytes = takeAll()) {
                write(bytes);
            }
        } catch (IOException disconnected) {
            // closing the channel ends the reading thread too
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
    void sendLast(byte[] message) {
        synchronized (outbox) {
            send(message);
            closing = true;
        }
    }

    /** Closes the connection now. The threads that read and write it return. */
    @Override
    public void close() {
        synchronized (outbox) {
            closing = true;
            outbox.notifyAll();
        }
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
