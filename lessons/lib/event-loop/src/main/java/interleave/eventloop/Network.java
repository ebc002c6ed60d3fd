package interleave.eventloop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;

/** The loop's selector: who waits for the network, and what has been written in this turn. */
final class Network {

    /** What is done for a channel when the selector has found it ready, and when the loop is closed. */
    record Registered(Runnable selected, Runnable abandoned) {}

    /** Looking at the network is a system call: a loop that has other work does it every second turn. */
    private static final int TURNS_BETWEEN_LOOKS = 2;

    private static final long NOT_WAITING = -1;

    private final EventLoop loop;
    /** Opened with the first channel. Other threads see it to wake it up. */
    private volatile Selector selector;

    private final Queue<Connection> written = new ArrayDeque<>();
    private int turnsSinceLook;

    Network(EventLoop loop) {
        this.loop = loop;
    }

    /** Without a channel there is nothing to select: the loop then parks, which costs less. */
    boolean isInUse() {
        return selector != null && !selector.keys().isEmpty();
    }

    /** Waits until a channel is ready, the first of {@code timers} is due, or {@link #wakeUp} is called. */
    void select(TimerQueue timers) {
        if (timers.isEmpty()) {
            look(0);
            return;
        }
        long nanos = timers.firstDeadline() - System.nanoTime();
        if (nanos > 0) {
            look((nanos + 999_999) / 1_000_000); // in milliseconds: to wake too early is to wake twice
        }
    }

    /** Moves what the selector has found to {@code ready}; it looks, without waiting, unless it just has. */
    void moveReady(Queue<Runnable> ready) {
        if (turnsSinceLook >= TURNS_BETWEEN_LOOKS) {
            look(NOT_WAITING);
        }
        turnsSinceLook++;
        var found = selector.selectedKeys();
        if (!found.isEmpty()) {
            found.forEach(key -> ready.add(((Registered) key.attachment()).selected));
            found.clear();
        }
    }

    /** Zero milliseconds are for ever, as in {@link Selector#select(long)}. */
    private void look(long milliseconds) {
        turnsSinceLook = 0;
        try {
            if (milliseconds == NOT_WAITING) {
                selector.selectNow();
            } else {
                selector.select(milliseconds);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the selector of the event loop failed", broken);
        }
    }

    void wakeUp() {
        Selector sleeping = selector; // the loop may be closing it
        if (sleeping != null) {
            sleeping.wakeup();
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

    void stopListening() {
        if (selector != null) {
            abandon(key -> key.channel() instanceof ServerSocketChannel);
        }
    }

    private void abandon(Predicate<SelectionKey> which) {
        List.copyOf(selector.keys()).stream()
                .filter(which)
                .forEach(key -> ((Registered) key.attachment()).abandoned.run());
    }

    /** Closes what is open: whoever still waits for it is told. */
    void close() {
        if (selector == null) {
            return;
        }
        abandon(key -> true);
        try {
            selector.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("the selector of the event loop cannot be closed", broken);
        }
        selector = null;
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
                network.register(channel, SelectionKey.OP_CONNECT, new Registered(this::selected, () -> cancel(false)));
                if (channel.connect(address)) {
                    selected();
                }
            } catch (IOException | RuntimeException failed) {
                fail(failed);
            }
        }

        private void selected() {
            if (isDone()) {
                return;
            }
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
