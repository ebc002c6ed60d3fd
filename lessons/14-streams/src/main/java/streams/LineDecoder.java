package streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Cuts chunks of UTF-8 into lines that end with \n or \r\n. It joins bytes, not characters, because a chunk may end in
 * the middle of a character. In UTF-8, the byte of \n is never part of another character.
 */
final class LineDecoder {

    /** Without a limit, one endless line would fill the memory. */
    static final int MAX_BYTES = 64 * 1024;

    private final ByteBuffer line = ByteBuffer.allocate(MAX_BYTES);
    private ByteBuffer chunk = ByteBuffer.allocate(0);

    /** Adds the next chunk. All lines of the previous one must have been taken. */
    void add(ByteBuffer next) {
        chunk = next;
    }

    /**
     * Returns the next complete line without its line break, or an empty result if it needs another chunk.
     *
     * @throws IOException if a line is longer than 64 KB
     */
    Optional<String> next() throws IOException {
        while (chunk.hasRemaining()) {
            byte next = chunk.get();
            if (next == '\n') {
                return Optional.of(take());
            }
            if (!line.hasRemaining()) {
                throw new IOException("a line is longer than " + MAX_BYTES + " bytes");
            }
            line.put(next);
        }
        return Optional.empty();
    }

    /** Returns the last line, if it has no line break. */
    Optional<String> end() {
        return line.position() == 0 ? Optional.empty() : Optional.of(take());
    }

    private String take() {
        int length = line.position();
        if (length > 0 && line.get(length - 1) == '\r') {
            length--;
        }
        line.clear();
        return new String(line.array(), 0, length, UTF_8);
    }
}
