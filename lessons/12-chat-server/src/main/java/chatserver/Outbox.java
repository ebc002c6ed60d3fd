package chatserver;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bounded buffer of one client: messages are added one by one, and leave in one write. Not thread-safe. */
final class Outbox {
    /** Two arrays, used alternately so that neither is allocated again: one is filled while the other is written. */
    private byte[] waiting = new byte[512];

    private byte[] taken = new byte[512];
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns false, and adds nothing, when the buffer is full. */
    boolean add(byte[] message) {
        if (count + message.length > ChatServer.MOST_PENDING) {
            return false;
        }
        if (count + message.length > waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(2 * waiting.length, count + message.length));
        }
        System.arraycopy(message, 0, waiting, count, message.length);
        count += message.length;
        return true;
    }

    /** Removes everything. The returned buffer is valid until the next call. */
    ByteBuffer takeAll() {
        var all = ByteBuffer.wrap(waiting, 0, count);
        waiting = taken;
        taken = all.array();
        count = 0;
        return all;
    }
}
