package interleave.eventloop.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A buffer of bytes to send. All bytes of one turn are sent from it in one system call. */
public final class Output {

    private static final int SMALL = 1024;
    /** The maximum for one system call, because the JDK keeps a direct buffer of the largest size used. */
    private static final int LARGEST_WRITE = 256 * 1024;

    /** The bytes to send are between its position and its limit. */
    private ByteBuffer bytes = ByteBuffer.allocate(SMALL).limit(0);

    /** The number of bytes to send. */
    public int size() {
        return bytes.remaining();
    }

    /** Copies the remaining bytes of {@code more}. */
    public void add(ByteBuffer more) {
        int count = more.remaining();
        if (bytes.capacity() - bytes.limit() < count) {
            makeRoomFor(count);
        }
        int end = bytes.limit();
        bytes.limit(end + count);
        bytes.put(end, more, more.position(), count);
        more.position(more.limit());
    }

    /** Sends as many bytes as the socket accepts. */
    public void sendTo(SocketChannel channel) throws IOException {
        int end = bytes.limit();
        try {
            do {
                bytes.limit(Math.min(end, bytes.position() + LARGEST_WRITE));
                channel.write(bytes);
            } while (!bytes.hasRemaining() && bytes.position() < end);
        } finally {
            bytes.limit(end);
        }
        if (!bytes.hasRemaining()) {
            bytes = bytes.capacity() > LARGEST_WRITE
                    ? ByteBuffer.allocate(SMALL).limit(0)
                    : bytes.position(0).limit(0);
        }
    }

    private void makeRoomFor(int count) {
        int needed = Math.addExact(size(), count);
        ByteBuffer target = needed <= bytes.capacity() / 2
                ? bytes
                : ByteBuffer.allocate(Math.max(needed, Math.min(2 * needed, 1 << 30)));
        int sent = bytes.position();
        int left = size();
        target.clear();
        target.put(0, bytes, sent, left);
        bytes = target.limit(left);
    }
}
