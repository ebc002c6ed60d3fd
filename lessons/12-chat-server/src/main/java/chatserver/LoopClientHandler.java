package chatserver;

import interleave.eventloop.Connection;
import interleave.eventloop.EventLoop;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One client on the event loop. No method blocks; all of them must be called on the loop's thread. */
final class LoopClientHandler {
    final String name;
    private final EventLoop loop;
    private final Connection connection;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(8 * 1024);
    private final Outbox outbox = new Outbox();
    private final CompletableFuture<Void> disconnected = new CompletableFuture<>();
    /** Whether {@link #writeAll} is running or scheduled. Stays true when the connection is closing. */
    private boolean writing;
    /** Whether the client has ended its stream. It may still read. */
    private boolean leaving;
    /** Whether a write has failed. */
    private boolean discarding;

    LoopClientHandler(EventLoop loop, Connection connection) {
        this.name = Protocol.name(connection.remoteAddress());
        this.loop = loop;
        this.connection = connection;
    }

    /**
     * Passes each line to {@code onLine}. The future completes when the client has ended its stream and no message is
     * waiting for it, and fails when the connection breaks or a callback throws. The loop reports the failure of a
     * callback.
     */
    CompletableFuture<Void> readAll(Consumer<byte[]> onLine) {
        readOn(new LineDecoder(onLine, () -> send(Protocol.TOO_LONG)));
        return disconnected;
    }

    private void readOn(LineDecoder decoder) {
        connection
                .read(buffer.clear())
                .thenAccept(count -> {
                    if (count < 0) {
                        decoder.end();
                        leave();
                    } else {
                        runAfter(decoder.decode(buffer.flip()), () -> readOn(decoder));
                    }
                })
                .exceptionally(this::fail);
    }

    private void runAfter(Duration delay, Runnable next) {
        if (delay.isZero()) {
            next.run();
        } else {
            loop.sleep(delay).thenRun(next).exceptionally(this::fail);
        }
    }

    private Void fail(Throwable failure) {
        disconnected.completeExceptionally(failure);
        return null;
    }

    private void leave() {
        leaving = true;
        if (!writing) {
            writeAll();
        }
    }

    /** Adds the message to the outbox. All messages of one turn leave in one write. Returns false when it is full. */
    boolean send(byte[] message) {
        if (!writing) {
            writing = true;
            loop.execute(this::writeAll);
        }
        return discarding || outbox.add(message);
    }

    private void writeAll() {
        writing = leaving || !outbox.isEmpty();
        if (!outbox.isEmpty()) {
            connection
                    .write(outbox.takeAll())
                    .exceptionally(this::discardMessages)
                    .thenRun(this::writeAll)
                    .exceptionally(this::fail);
        } else if (leaving) {
            connection.close().thenRun(() -> disconnected.complete(null));
        }
    }

    /** A failed write does not end the handler: lines that arrived before may still have to be read. */
    private Void discardMessages(Throwable broken) {
        discarding = true;
        outbox.takeAll();
        return null;
    }

    /** Closes the connection as soon as this message, and all before it, are written; then completes. */
    CompletableFuture<Void> sendLast(byte[] message) {
        outbox.add(message);
        connection.write(outbox.takeAll()).exceptionally(this::fail);
        return connection.close();
    }

    /** Closes the connection now. Pending reads and writes fail. */
    void close() {
        connection.abort();
    }
}
