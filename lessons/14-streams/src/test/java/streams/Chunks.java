package streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** Chunks that are available at once. Counts the reads. */
final class Chunks implements Source {

    private final Queue<ByteBuffer> left = new ArrayDeque<>();
    private int read;
    private boolean closed;

    Chunks(List<byte[]> chunks) {
        chunks.forEach(chunk -> left.add(ByteBuffer.wrap(chunk)));
    }

    /** Cuts the bytes into chunks of this size; the last one may be smaller. */
    static Chunks of(byte[] bytes, int size) {
        var chunks = new ArrayList<byte[]>();
        for (int start = 0; start < bytes.length; start += size) {
            chunks.add(Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + size)));
        }
        return new Chunks(chunks);
    }

    @Override
    public ByteBuffer next() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        read++;
        return left.isEmpty() ? ByteBuffer.allocate(0) : left.remove();
    }

    int read() {
        return read;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
    }
}
