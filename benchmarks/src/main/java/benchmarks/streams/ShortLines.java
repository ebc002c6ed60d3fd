package benchmarks.streams;

import static java.nio.charset.StandardCharsets.US_ASCII;

import interleave.eventloop.EventLoop;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import streams.LineHandler;
import streams.Source;

/** Lines of one letter in one chunk, and a handler that counts them. Nothing has to be waited for. */
final class ShortLines implements Source, LineHandler {

    private ByteBuffer chunk;
    private int handled;

    ShortLines(int lines) {
        chunk = ByteBuffer.wrap("x\n".repeat(lines).getBytes(US_ASCII));
    }

    @Override
    public ByteBuffer next() {
        var next = chunk;
        chunk = ByteBuffer.allocate(0);
        return next;
    }

    @Override
    public CompletionStage<ByteBuffer> nextOn(EventLoop loop) {
        return loop.completed(next());
    }

    @Override
    public boolean handle(String line) {
        handled++;
        return true;
    }

    @Override
    public CompletionStage<Boolean> handleOn(EventLoop loop, String line) {
        return loop.completed(handle(line));
    }

    int handled() {
        return handled;
    }

    @Override
    public void close() {
        // there is nothing to close
    }
}
