package chatserver;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** Splits one client's stream of bytes into lines, wherever the network cuts it, and limits the client's rate. */
final class LineDecoder {
    private final Consumer<byte[]> onLine;
    private final Runnable onTooLong;
    private final ByteArrayOutputStream partialLine = new ByteArrayOutputStream();
    private final TokenBucket bucket = new TokenBucket(ChatServer.BYTES_PER_SECOND, System.nanoTime());
    private boolean endsWithCarriageReturn;
    private boolean skipping;

    /**
     * @param onLine receives each line, without its line end
     * @param onTooLong runs when a line is too long; the rest of that line is skipped
     */
    LineDecoder(Consumer<byte[]> onLine, Runnable onTooLong) {
        this.onLine = onLine;
        this.onTooLong = onTooLong;
    }

    /**
     * Consumes all of {@code bytes}. Returns how long to wait before the next read: zero, unless the client floods.
     * Each byte takes a token, even in a line that is skipped or never ends: reading it costs as much as any other.
     */
    Duration decode(ByteBuffer bytes) {
        bucket.take(bytes.remaining(), System.nanoTime());
        for (int end = lineFeed(bytes); end >= 0; end = lineFeed(bytes)) {
            take(bytes, end - bytes.position());
            bytes.get();
            finishLine();
        }
        take(bytes, bytes.remaining());
        return bucket.delay(System.nanoTime());
    }

    /** Ends the stream: its last line may lack a line end. */
    void end() {
        if (partialLine.size() > 0) {
            finishLine();
        }
    }

    private static int lineFeed(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void take(ByteBuffer bytes, int count) {
        if (skipping) {
            bytes.position(bytes.position() + count);
        } else if (count > 0) {
            byte[] part = new byte[count];
            bytes.get(part);
            partialLine.writeBytes(part);
            endsWithCarriageReturn = part[count - 1] == '\r';
            skipTooLong();
        }
    }

    /** A carriage return may be the first byte of the line end, which does not count. */
    private void skipTooLong() {
        if (partialLine.size() - (endsWithCarriageReturn ? 1 : 0) > ChatServer.LONGEST_LINE) {
            skipping = true;
            partialLine.reset();
            onTooLong.run();
        }
    }

    private void finishLine() {
        if (!skipping) {
            byte[] line = partialLine.toByteArray();
            onLine.accept(endsWithCarriageReturn ? Arrays.copyOf(line, line.length - 1) : line);
        }
        skipping = false;
        endsWithCarriageReturn = false;
        partialLine.reset();
    }
}
