package interleave.eventloop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes on their way out: a buffer that grows at its end and is sent from its front. */
final class Output {

    private static final int SMALL = 1024;
    /** No more bytes in one system call: the JDK copies them into a buffer of that size, and keeps it. */
    private static final int AT_ONCE = 256 * 1024;

    /** From its position to its limit stands what is to be sent. */
    private ByteBuffer bytes = ByteBuffer.allocate(SMALL).limit(0);

    int size() {
        return bytes.remaining();
    }

    void add(ByteBuffer more) {
        int count = more.remaining();
        if (bytes.capacity() - bytes.limit() < count) {
            makeRoomFor(count);
        }
        int end = bytes.limit();
        bytes.limit(end + count);
        bytes.put(end, more, more.position(), count);
        more.position(more.limit());
    }

    /** Sends as much as the socket takes. */
    void sendTo(SocketChannel channel) throws IOException {
        int end = bytes.limit();
        try {
            do {
                bytes.limit(Math.min(end, bytes.position() + AT_ONCE));
                channel.write(bytes);
            } while (!bytes.hasRemaining() && bytes.position() < end);
        } finally {
            bytes.limit(end);
        }
        if (!bytes.hasRemaining()) {
            bytes = bytes.capacity() > AT_ONCE
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
