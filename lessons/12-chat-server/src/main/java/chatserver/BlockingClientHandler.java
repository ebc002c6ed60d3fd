package chatserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.Consumer;

/** A client whose reads and writes block: one thread reads what it says, another writes what the others say. */
final class BlockingGuest implements AutoCloseable {
    /** No more in one system call: the JDK copies it, and each thread would keep a buffer of that size. */
    private static final int AT_ONCE = 64 * 1024;

    final String name;
    private final SocketChannel channel;
    /** Also the lock of what is below. */
    private final Outbox outbox = new Outbox();

    private boolean closing;

    BlockingGuest(SocketChannel channel) throws IOException {
        this.name = Wire.name((InetSocketAddress) channel.getRemoteAddress());
        this.channel = channel;
    }

    /** Hands each line to {@code said} until the client goes. */
    void readAll(Consumer<byte[]> said) throws InterruptedException {
        var inbox = new Inbox(said, () -> send(Wire.TOO_LONG));
        var buffer = ByteBuffer.allocate(8 * 1024);
        try {
            while (channel.read(buffer.clear()) >= 0) {
                Duration pause = inbox.receive(buffer.flip());
                if (pause.isPositive()) {
                    Thread.sleep(pause);
                }
            }
            inbox.end();
        } catch (IOException gone) {
            // it goes as others do who close in good order
        }
    }

    /** Keeps the message for the thread that writes, and never waits. False: there is no room. */
    boolean send(byte[] message) {
        synchronized (outbox) {
            boolean wasEmpty = outbox.isEmpty();
            boolean accepted = closing || outbox.add(message);
            if (wasEmpty) {
                outbox.notifyAll(); // only then does the thread that writes wait
            }
            return accepted;
        }
    }

    /** Writes what is sent, all that waits in one piece, until there will be no more. */
    void writeAll() throws InterruptedException {
        try (channel) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            for (var bytes = takeAll(); bytes.hasRemaining(); bytes = takeAll()) {
                write(bytes);
            }
        } catch (IOException gone) {
            // whoever reads sees it, too
        }
    }

    private ByteBuffer takeAll() throws InterruptedException {
        synchronized (outbox) {
            while (outbox.isEmpty() && !closing) {
                outbox.wait();
            }
        }
        Thread.yield(); // whoever else has something to say now comes first: it all goes in one write
        synchronized (outbox) {
            return outbox.takeAll();
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        for (int end = bytes.limit(); bytes.position() < end; ) {
            channel.write(bytes.limit(Math.min(end, bytes.position() + AT_ONCE)));
        }
    }

    /** Closes the connection as soon as these words, and all before them, are written. */
    void sendLast(byte[] message) {
        synchronized (outbox) {
            send(message);
            closing = true;
        }
    }

    /** Closes the connection now: whoever reads or writes it stops. */
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
