package benchmarks.echo;

import benchmarks.peers.RunningLoop;
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
 * Many connections to one echo server, all on the calling thread: each sends a short message, waits for its echo and
 * sends the next. It is the same for every server, and as cheap as the JDK's selector allows.
 */
public final class EchoClient implements AutoCloseable {
    private static final int MESSAGE_BYTES = 32;
    private static final Duration TIMEOUT = RunningLoop.TIMEOUT;

    private final Selector selector = Selector.open();
    private final List<EchoConnection> connections = new ArrayList<>();
    private int waiting;

    public EchoClient(int port, int count) throws IOException {
        for (int number = 0; number < count; number++) {
            connections.add(new EchoConnection(number, port));
        }
    }

    /** Exchanges messages on each connection, one after the other; fails when an echo differs or is missing. */
    public void exchange(int messages) throws IOException {
        waiting = connections.size();
        for (var connection : connections) {
            connection.begin(messages);
        }
        while (waiting > 0) {
            int ready = selector.select(key -> ((EchoConnection) key.attachment()).receive(), TIMEOUT.toMillis());
            if (ready == 0) {
                throw new AssertionError(
                        "The echo server did not answer " + waiting + " of " + connections.size() + " connections");
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

    private final class EchoConnection {
        private final SocketChannel channel;
        private final ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE_BYTES);
        private final ByteBuffer echo = ByteBuffer.allocateDirect(MESSAGE_BYTES);
        private int messagesLeft;

        EchoConnection(int number, int port) throws IOException {
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
                    throw new AssertionError("The echo server closed a connection");
                }
                if (echo.hasRemaining()) {
                    return;
                }
                if (!echo.clear().equals(message.clear())) {
                    throw new AssertionError("The echo differs from the message");
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
