package chatserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;

/** A chat: every line that a client sends reaches all other clients, with the sender's address before it. */
public interface ChatServer {

    /** The longest line, in bytes without its line end. The server skips a longer one, and notifies its sender. */
    int LONGEST_LINE = 64 * 1024;

    /** The most bytes kept for a client that does not read. When there are more, the client is dropped. */
    int MOST_PENDING = 2 * 1024 * 1024;

    /** How many bytes a second are read from one client. The server reads a faster client less often. */
    int BYTES_PER_SECOND = 1024 * 1024;

    /** How long a server that ends waits until its clients have received its last message. */
    Duration FAREWELL = Duration.ofMillis(500);

    /** How many connections the system may hold until the server accepts them. */
    int BACKLOG = 1024;

    /**
     * Serves until this thread is interrupted. Then all clients are notified, and their connections closed.
     *
     * @param address where to listen; port 0 is any free one
     * @param listening receives the address as soon as clients can connect
     * @throws IOException when the address cannot be listened on
     * @throws InterruptedException the orderly end
     */
    void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception;
}
