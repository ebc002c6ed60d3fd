package streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The lines of a source, one at a time. It reads a chunk only when the requested line has not arrived yet. */
final class Lines {

    private final Source source;
    private final LineDecoder decoder = new LineDecoder();

    Lines(Source source) {
        this.source = source;
    }

    /** Waits for the next line. An empty result means the end. */
    Optional<String> next() throws IOException, InterruptedException {
        var line = decoder.next();
        while (line.isEmpty()) {
            ByteBuffer chunk = source.next();
            if (!chunk.hasRemaining()) {
                return decoder.end();
            }
            decoder.add(chunk);
            line = decoder.next();
        }
        return line;
    }
}
