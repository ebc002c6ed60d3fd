package interleave.eventloop.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The loop's selector, and the connections that have to be flushed at the end of the turn. */
public final class Selection {

    /**
     * The callbacks of a channel.
     *
     * @param ready runs on the loop when the channel is ready to read, write, accept or connect
     * @param closing runs when the loop closes
     */
    public record ChannelHandler(Runnable ready, Runnable closing) {}

    /** A busy loop polls only in every second turn, because each poll is a system call. */
    private static final int TURNS_BETWEEN_POLLS = 2;

    private static final long FOREVER = 0;

    /** Opened with the first channel. Volatile, because other threads wake it up. */
    private volatile Selector selector;

    private final Queue<Runnable> flushes = new ArrayDeque<>();
    private int turnsSincePoll;

    /** False without channels. The loop then parks instead, which is cheaper and can be controlled by virtual time. */
    public boolean isInUse() {
        return selector != null && !selector.keys().isEmpty();
    }

    /** Blocks until a channel is ready or {@link #wakeUp} is called. */
    public void select() {
        select(FOREVER);
    }

    /**
     * Blocks until a channel is ready, {@link #wakeUp} is called, or the time has passed. Does not block if it is 0.
     */
    public void selectFor(long nanos) {
        if (nanos > 0) {
            select((nanos + 999_999) / 1_000_000); // rounded up, because waking up too early means waking up twice
        }
    }

    private void select(long millis) {
        turnsSincePoll = 0;
        try {
            selector.select(millis);
        } catch (IOException broken) {
            throw failed(broken);
        }
    }

    private void poll() {
        turnsSincePoll = 0;
        try {
            selector.selectNow();
        } catch (IOException broken) {
            throw failed(broken);
        }
    }

    private static UncheckedIOException failed(IOException broken) {
        return new UncheckedIOException("the selector of the event loop failed", broken);
    }

    /** Adds the callbacks of ready channels to {@code ready}. Polls first, unless it has just polled. */
    public void moveReady(Consumer<Runnable> ready) {
        if (turnsSincePoll >= TURNS_BETWEEN_POLLS) {
            poll();
        }
        turnsSincePoll++;
        var found = selector.selectedKeys();
        if (!found.isEmpty()) {
            found.forEach(key -> ready.accept(handler(key).ready));
            found.clear();
        }
    }

    /** Makes a blocked {@link #select} return. Any thread may call this. */
    public void wakeUp() {
        Selector sleeping = selector; // read once, because the loop may close it at the same time
        if (sleeping != null) {
            sleeping.wakeup();
        }
    }

    /** Makes {@code channel} non-blocking, and registers it for {@code operations}. */
    public SelectionKey register(SelectableChannel channel, int operations, ChannelHandler handler) throws IOException {
        if (selector == null) {
            selector = Selector.open();
        }
        channel.configureBlocking(false);
        return channel.register(selector, operations, handler);
    }

    /**
     * Runs {@code flush} at the end of this turn, so that one system call sends all output of a connection. In a chat
     * of 200 clients, this raises the throughput from 185,000 to 4,486,000 deliveries per second.
     */
    public void flushLater(Runnable flush) {
        flushes.add(flush);
    }

    /** Sends the output of this turn. */
    public void flush() {
        for (Runnable flush = flushes.poll(); flush != null; flush = flushes.poll()) {
            flush.run();
        }
    }

    /** Closes the servers. */
    public void stopListening() {
        close(key -> key.channel() instanceof ServerSocketChannel);
    }

    /** Closes all channels and the selector. */
    public void close() {
        if (selector == null) {
            return;
        }
        close(key -> true);
        try {
            selector.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("the selector of the event loop cannot be closed", broken);
        }
        selector = null;
    }

    private void close(Predicate<SelectionKey> which) {
        if (selector != null) {
            List.copyOf(selector.keys()).stream()
                    .filter(which)
                    .forEach(key -> handler(key).closing.run());
        }
    }

    private static ChannelHandler handler(SelectionKey key) {
        return (ChannelHandler) key.attachment();
    }
}
