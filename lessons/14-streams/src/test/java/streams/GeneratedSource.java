package streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** A log of a given size, generated while it is read, in chunks that are cut anywhere. */
final class GeneratedSource implements Source {

    private static final int CHUNK = 64 * 1024;

    /** Longer than one chunk, so that the last line of a chunk ends in the next one. */
    private final byte[] pattern;

    private final byte[] chunk = new byte[CHUNK];
    private long left;
    private int position;

    GeneratedSource(long bytes) {
        var text = new StringBuilder();
        for (int number = 1; number <= 100; number++) {
            text.append(RequestLog.line(number)).append(" ".repeat(80)).append(number % 2 == 0 ? "\n" : "\r\n");
        }
        pattern = text.toString().getBytes(UTF_8);
        left = bytes;
    }

    /** How many lines there are in this many bytes. */
    long lines(long bytes) {
        long rest = bytes % pattern.length;
        long lines = bytes / pattern.length * 100;
        for (int index = 0; index < rest; index++) {
            if (pattern[index] == '\n') {
                lines++;
            }
        }
        return rest > 0 && pattern[(int) rest - 1] != '\n' ? lines + 1 : lines;
    }

    @Override
    public ByteBuffer next() {
        int count = (int) Math.min(CHUNK, left);
        for (int copied = 0; copied < count; ) {
            int part = Math.min(count - copied, pattern.length - position);
            System.arraycopy(pattern, position, chunk, copied, part);
            copied += part;
            position = (position + part) % pattern.length;
        }
        left -= count;
        return ByteBuffer.wrap(chunk, 0, count);
    }

    @Override
    public void close() {}
}
