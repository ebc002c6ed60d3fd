package chatserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;

/** A chat: every line that a client sends reaches all other clients, with the sender's address before it. */
public interface ChatServer {

    /** A longer line, in bytes, is sent to nobody, and its sender is told. */
    int LONGEST_LINE = 64 * 1024;

    /** A client for whom more bytes than this wait, because it does not read, is dropped. Nobody waits for it. */
    int MOST_PENDING = 2 * 1024 * 1024;

    /** How many bytes a second are taken from one client; whoever sends more is read later. */
    int BYTES_PER_SECOND = 1024 * 1024;

    /** How long a server that ends waits for its clients to take its last words. */
    Duration FAREWELL = Duration.ofMillis(500);

    /** How many clients may wait at the door. */
    int BACKLOG = 1024;

    /**
     * Serves until this thread is interrupted. Then all clients are told, and their connections closed.
     *
     * @param address where to listen; port 0 is any free one
     * @param listening is told the address as soon as clients may come
     * @throws IOException when the address cannot be listened on
     * @throws InterruptedException the orderly end
     */
    void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception;
}
