package streams;

import interleave.eventloop.EventLoop;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** A stream of bytes in chunks. The boundary between two chunks may be anywhere, even within a character. */
public interface Source extends Closeable {

    /** Waits for the next chunk. An empty chunk means the end. The bytes are valid until the next call. */
    ByteBuffer next() throws IOException, InterruptedException;

    /** Like {@link #next}, without blocking the loop. Cancelling the future ends the wait. */
    default CompletionStage<ByteBuffer> nextOn(EventLoop loop) {
        return loop.toThread(this::next);
    }
}
