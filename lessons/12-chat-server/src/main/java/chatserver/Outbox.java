package chatserver;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What a client is still to be sent: messages come in one by one, and go out all together. Not for several threads. */
final class Outbox {
    /** Two that take turns: one is filled while the other is written, and neither is made anew. */
    private byte[] waiting = new byte[512];

    private byte[] taken = new byte[512];
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    /** Returns whether there was room. */
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

    /** Everything, in a buffer that is valid until the next call. */
    ByteBuffer takeAll() {
        var all = ByteBuffer.wrap(waiting, 0, count);
        waiting = taken;
        taken = all.array();
        count = 0;
        return all;
    }
}
