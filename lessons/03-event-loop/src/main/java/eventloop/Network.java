package eventloop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/** The loop's selector: who waits for the network, and what has been written in this turn. */
final class Network {

    /** What is done with a channel when the selector says that it is ready, and when the loop is closed. */
    record Registered(Consumer<SelectionKey> selected, Runnable abandoned) {}

    private final EventLoop loop;
    /** Opened with the first channel. Other threads see it to wake it up. */
    private volatile Selector selector;
    private final Queue<Connection> written = new ArrayDeque<>();

    Network(EventLoop loop) {
        this.loop = loop;
    }

    /** Without a channel there is nothing to select: the loop then parks, which costs less. */
    boolean isInUse() {
        return selector != null && !selector.keys().isEmpty();
    }

    /** Waits until a channel is ready, the first of {@code timers} is due, or {@link #wakeUp} is called. */
    void select(TimerQueue timers) {
        try {
            if (timers.isEmpty()) {
                selector.select();
                return;
            }
            long nanos = timers.first().deadline - System.nanoTime();
            if (nanos > 0) {
                selector.select((nanos + 999_999) / 1_000_000); // in milliseconds; to wake early is to wake twice
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the selector of the event loop failed", broken);
        }
    }

    /** Moves what the selector has found, without waiting, to {@code ready}. */
    void moveReady(Queue<Runnable> ready) {
        try {
            selector.selectNow();
        } catch (IOException broken) {
            throw new UncheckedIOException("the selector of the event loop failed", broken);
        }
        for (SelectionKey key : selector.selectedKeys()) {
            ready.add(() -> serve(key));
        }
        selector.selectedKeys().clear();
    }

    private static void serve(SelectionKey key) {
        if (key.isValid()) {
            ((Registered) key.attachment()).selected.accept(key);
        }
    }

    void wakeUp() {
        if (selector != null) {
            selector.wakeup();
        }
    }

    SelectionKey register(SelectableChannel channel, int operations, Registered registered) throws IOException {
        if (selector == null) {
            selector = Selector.open();
        }
        channel.configureBlocking(false);
        return channel.register(selector, operations, registered);
    }

    /** Sends at the end of this turn what {@code connection} has to send: one system call for all of it. */
    void flushLater(Connection connection) {
        written.add(connection);
    }

    void flush() {
        for (Connection connection = written.poll(); connection != null; connection = written.poll()) {
            connection.flush();
        }
    }

    CompletableFuture<Connection> connect(InetSocketAddress address) {
        var connecting = new Connecting(loop, this, address);
        loop.onLoop(connecting::start);
        return connecting;
    }

    Server listen(InetSocketAddress address, Function<Connection, ? extends CompletionStage<?>> handler) {
        loop.checkHere();
        try {
            return new Server(loop, this, address, handler);
        } catch (IOException refused) {
            throw new UncheckedIOException("cannot listen on " + address + ": " + refused.getMessage(), refused);
        }
    }

    /** Closes what is open: whoever still waits for it is told. */
    void close() {
        if (selector == null) {
            return;
        }
        List.copyOf(selector.keys()).forEach(key -> ((Registered) key.attachment()).abandoned.run());
        try {
            selector.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("the selector of the event loop cannot be closed", broken);
        }
    }

    /** A connection that is being made. */
    private static final class Connecting extends AwaitedFuture<Connection> {
        private final Network network;
        private final InetSocketAddress address;
        private final Task<?> asker;
        private SocketChannel channel;

        Connecting(EventLoop loop, Network network, InetSocketAddress address) {
            super(loop);
            this.network = network;
            this.address = address;
            this.asker = loop.asker();
        }

        void start() {
            try {
                channel = SocketChannel.open();
                SelectionKey key = network.register(channel, SelectionKey.OP_CONNECT, new Registered(this::selected,
                        () -> cancel(false)));
                if (channel.connect(address)) {
                    selected(key);
                }
            } catch (IOException | RuntimeException failed) {
                fail(failed);
            }
        }

        private void selected(SelectionKey key) {
            loop.switchTo(asker);
            try {
                channel.finishConnect();
                complete(new Connection(loop, network, channel));
            } catch (IOException refused) {
                fail(new IOException("cannot connect to " + address + ": " + refused.getMessage(), refused));
            }
        }

        private void fail(Exception failure) {
            closeChannel();
            completeExceptionally(failure);
        }

        @Override
        void cancelOnLoop() {
            closeChannel();
            super.cancelOnLoop();
        }

        private void closeChannel() {
            try {
                if (channel != null) {
                    channel.close();
                }
            } catch (IOException ignored) {
                // it was not connected: there is nothing to lose
            }
        }
    }
}
