package chatserver;

import interleave.eventloop.Connection;
import interleave.eventloop.EventLoop;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A client on the loop: nothing here waits, it says what is to be done next. Only the loop's thread may use it. */
final class LoopGuest {
    final String name;
    private final EventLoop loop;
    private final Connection connection;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(8 * 1024);
    private final Outbox outbox = new Outbox();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private boolean writing;

    LoopGuest(EventLoop loop, Connection connection) {
        this.name = Wire.name(connection.remoteAddress());
        this.loop = loop;
        this.connection = connection;
    }

    /** Hands each line to {@code said}; completes when the client has gone. */
    CompletableFuture<Void> readAll(Consumer<byte[]> said) {
        readOn(new Inbox(said, () -> send(Wire.TOO_LONG)));
        return gone;
    }

    private void readOn(Inbox inbox) {
        connection
                .read(buffer.clear())
                .thenAccept(count -> {
                    if (count < 0) {
                        inbox.end();
                        gone.complete(null);
                    } else {
                        after(inbox.receive(buffer.flip()), () -> readOn(inbox));
                    }
                })
                .exceptionally(broken -> {
                    gone.complete(null); // it goes as others do who close in good order
                    return null;
                });
    }

    private void after(Duration pause, Runnable next) {
        if (pause.isZero()) {
            next.run();
        } else {
            loop.sleep(pause).thenRun(next);
        }
    }

    /**
     * Keeps the message for the next turn: all that comes in this one leaves together then. False: there is no room.
     */
    boolean send(byte[] message) {
        if (!writing) {
            writing = true;
            loop.execute(this::writeAll);
        }
        return outbox.add(message);
    }

    private void writeAll() {
        writing = !outbox.isEmpty();
        if (writing) {
            connection.write(outbox.takeAll()).thenRun(this::writeAll).exceptionally(LoopGuest::whoReadsSeesItToo);
        }
    }

    private static Void whoReadsSeesItToo(Throwable broken) {
        return null;
    }

    /** Closes the connection as soon as these words, and all before them, are written; then completes. */
    CompletableFuture<Void> sendLast(byte[] message) {
        outbox.add(message);
        connection.write(outbox.takeAll()).exceptionally(LoopGuest::whoReadsSeesItToo);
        return connection.close();
    }

    /** Closes the connection now: whoever waits to read or write it is told. */
    void close() {
        connection.abort();
    }
}
