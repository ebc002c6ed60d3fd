package localsite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.concurrent.ThreadFactory;

/**
 * Promises everybody a page, sends half of it, and resets the connection. It has a port of its own, and blocking
 * sockets: a connection of the event loop can be closed, but not reset.
 */
final class ResettingServer implements AutoCloseable {

    private static final ByteBuffer HALF = Response.half(Response.HTML, "<p>To be continued</p>\n".repeat(100));

    private final ServerSocket server = new ServerSocket();
    private final ThreadFactory threads;

    ResettingServer(InetSocketAddress address, ThreadFactory threads) throws IOException {
        this.threads = threads;
        server.bind(address);
        threads.newThread(this::accept).start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                threads.newThread(() -> resetInTheMiddle(client)).start();
            }
        } catch (IOException closed) {
            // the site was closed, and with it this loop ends
        }
    }

    private static void resetInTheMiddle(Socket client) {
        try (client) {
            client.setSoLinger(true, 0); // closing then resets
            if (client.getInputStream().read() >= 0) {
                Channels.newChannel(client.getOutputStream()).write(HALF.duplicate());
            }
        } catch (IOException gone) {
            // it was quicker
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
