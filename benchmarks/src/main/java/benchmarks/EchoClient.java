package benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Many connections to one echo server, all on the thread that calls: each sends a short message, waits for its echo and
 * sends the next. It is the same for every server, and as cheap as the JDK's selector allows.
 */
final class EchoClient implements AutoCloseable {
    private static final int MESSAGE_BYTES = 32;
    private static final Duration PATIENCE = Rota.PATIENCE;

    private final Selector selector = Selector.open();
    private final List<Connection> connections = new ArrayList<>();
    private int waiting;

    EchoClient(int port, int count) throws IOException {
        for (int number = 0; number < count; number++) {
            connections.add(new Connection(number, port));
        }
    }

    /** Each connection exchanges that many messages, one after the other; fails when an echo differs or is missing. */
    void exchange(int messages) throws IOException {
        waiting = connections.size();
        for (var connection : connections) {
            connection.begin(messages);
        }
        while (waiting > 0) {
            int ready = selector.select(key -> ((Connection) key.attachment()).receive(), PATIENCE.toMillis());
            if (ready == 0) {
                throw new AssertionError("an echo server has left " + waiting + " of " + connections.size()
                        + " connections without an answer");
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }

    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE_BYTES);
        private final ByteBuffer echo = ByteBuffer.allocateDirect(MESSAGE_BYTES);
        private int messagesLeft;

        Connection(int number, int port) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(EchoServers.ANY_PORT.getAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            message.putInt(0, number);
        }

        void begin(int messages) throws IOException {
            messagesLeft = messages;
            send();
        }

        private void send() throws IOException {
            message.putInt(4, messagesLeft);
            channel.write(message.clear()); // all of it: the socket's buffer is empty
        }

        void receive() {
            try {
                if (channel.read(echo) < 0) {
                    throw new AssertionError("an echo server has closed a connection");
                }
                if (echo.hasRemaining()) {
                    return;
                }
                if (!echo.clear().equals(message.clear())) {
                    throw new AssertionError("an echo differs from what was sent");
                }
                if (--messagesLeft > 0) {
                    send();
                } else {
                    waiting--;
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
