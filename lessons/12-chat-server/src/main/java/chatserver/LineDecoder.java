package chatserver;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;

/** What comes from one client: bytes in whatever pieces, and out of them lines. */
final class Inbox {
    private final Consumer<byte[]> said;
    private final Runnable tooLong;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private final Allowance allowance = new Allowance(ChatServer.BYTES_PER_SECOND, System.nanoTime());
    private boolean skipping;

    /**
     * @param said is given each line, without its end
     * @param tooLong is run when a line is too long; what is left of it is skipped
     */
    Inbox(Consumer<byte[]> said, Runnable tooLong) {
        this.said = said;
        this.tooLong = tooLong;
    }

    /** Takes all of {@code bytes}. Returns how long to wait before reading on: zero, unless the client floods. */
    Duration receive(ByteBuffer bytes) {
        for (int end = lineFeed(bytes); end >= 0; end = lineFeed(bytes)) {
            take(bytes, end - bytes.position());
            bytes.get();
            finishLine();
        }
        take(bytes, bytes.remaining());
        return allowance.pause(System.nanoTime());
    }

    /** Nothing more will come: a last line may lack its end. */
    void end() {
        if (begun.size() > 0) {
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
        if (!skipping && begun.size() + count > ChatServer.LONGEST_LINE) {
            skipping = true;
            begun.reset();
            tooLong.run();
        }
        if (skipping) {
            bytes.position(bytes.position() + count);
        } else {
            byte[] part = new byte[count];
            bytes.get(part);
            begun.writeBytes(part);
        }
    }

    private void finishLine() {
        if (!skipping) {
            byte[] line = begun.toByteArray();
            allowance.spend(line.length + 1, System.nanoTime());
            said.accept(withoutCarriageReturn(line));
        }
        skipping = false;
        begun.reset();
    }

    /** Some programs end a line as typewriters did. */
    private static byte[] withoutCarriageReturn(byte[] line) {
        return line.length > 0 && line[line.length - 1] == '\r' ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
