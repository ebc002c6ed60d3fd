package streams;

import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The lines of a source, each as a future of the loop: an asynchronous iterator. */
final class AsyncLines {

    private final EventLoop loop;
    private final Source source;
    private final LineDecoder decoder = new LineDecoder();

    AsyncLines(EventLoop loop, Source source) {
        this.loop = loop;
        this.source = source;
    }

    /** Completes with the next line. An empty result means the end. */
    CompletableFuture<Optional<String>> next() {
        try {
            var line = decoder.next();
            return line.isPresent()
                    ? loop.completed(line)
                    : loop.adopt(source.nextOn(loop)).thenCompose(this::decode);
        } catch (IOException tooLong) {
            return CompletableFuture.failedFuture(tooLong);
        }
    }

    private CompletionStage<Optional<String>> decode(ByteBuffer chunk) {
        if (!chunk.hasRemaining()) {
            return loop.completed(decoder.end());
        }
        decoder.add(chunk);
        return next();
    }
}
