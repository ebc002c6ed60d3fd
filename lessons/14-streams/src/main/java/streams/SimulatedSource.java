package streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Numbered lines that arrive one after the other, each after a pause and in a chunk of its own. Prints what it reads.
 */
public final class SimulatedSource implements Source {

    private final Duration pause;
    private final int lines;
    private final int broken;
    private final Backlog backlog;
    private int read;
    private boolean closed;

    /**
     * Lines from 1 to {@code lines}.
     *
     * @param broken the line that cannot be read; 0 if all can
     */
    public SimulatedSource(Duration pause, int lines, int broken, Backlog backlog) {
        this.pause = pause;
        this.lines = lines;
        this.broken = broken;
        this.backlog = backlog;
    }

    @Override
    public ByteBuffer next() throws IOException, InterruptedException {
        Thread.sleep(pauseBeforeNext());
        if (isBroken()) {
            throw failure();
        }
        return read();
    }

    @Override
    public CompletionStage<ByteBuffer> nextOn(EventLoop loop) {
        return loop.sleep(pauseBeforeNext())
                .thenCompose(slept -> isBroken() ? CompletableFuture.failedFuture(failure()) : loop.completed(read()));
    }

    private Duration pauseBeforeNext() {
        return read < lines ? pause : Duration.ZERO;
    }

    private boolean isBroken() {
        return read + 1 == broken;
    }

    private static IOException failure() {
        return new IOException("the disk is broken");
    }

    private ByteBuffer read() {
        if (read == lines) {
            return ByteBuffer.allocate(0);
        }
        read++;
        IO.println("Read line " + read);
        backlog.read();
        return ByteBuffer.wrap(("line " + read + "\n").getBytes(UTF_8));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            IO.println("Source closed");
        }
    }
}
