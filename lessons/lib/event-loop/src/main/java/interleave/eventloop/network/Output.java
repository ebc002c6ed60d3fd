package interleave.eventloop.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes to be sent: a buffer that grows at its end and is sent from its front. One buffer makes one system call. */
public final class Output {

    private static final int SMALL = 1024;
    /** The most bytes of one system call: the JDK copies them into a direct buffer of that size, which it keeps. */
    private static final int LARGEST_WRITE = 256 * 1024;

    /** What is to be sent lies between its position and its limit. */
    private ByteBuffer bytes = ByteBuffer.allocate(SMALL).limit(0);

    /** How many bytes are to be sent. */
    public int size() {
        return bytes.remaining();
    }

    /** Copies what remains in {@code more}. */
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

    /** Sends as many bytes as the socket takes. */
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
