package interleave.eventloop;

import interleave.eventloop.futures.Failures;
import interleave.eventloop.network.Selection.ChannelHandler;
import interleave.eventloop.observation.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Accepts TCP connections for an {@link EventLoop}, and serves each of them in a separate task. */
public final class Server implements AutoCloseable {

    /** How long to stop accepting after running out of file descriptors. */
    private static final Duration RECOVERY = Duration.ofSeconds(1);
    /** The number of clients that may wait to be accepted. The operating system may limit it to a few thousand. */
    private static final int BACKLOG = 10_000;

    private final EventLoop loop;
    private final ServerSocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress address;
    private final Function<Connection, ? extends CompletionStage<?>> handler;

    Server(EventLoop loop, InetSocketAddress address, Function<Connection, ? extends CompletionStage<?>> handler)
            throws IOException {
        this.loop = loop;
        this.handler = handler;
        this.channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
            this.key = loop.scheduler
                    .selection()
                    .register(channel, SelectionKey.OP_ACCEPT, new ChannelHandler(this::selected, this::close));
            this.address = (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    /** The address on which the server listens, with its real port. */
    public InetSocketAddress address() {
        return address;
    }

    /** Stops listening. Connected clients stay connected. */
    @Override
    public void close() {
        loop.scheduler.checkLoopThread();
        try {
            channel.close();
        } catch (IOException broken) {
            throw new UncheckedIOException("the server at " + address + " cannot be closed", broken);
        }
    }

    private void selected() {
        try {
            for (SocketChannel client = channel.isOpen() ? channel.accept() : null;
                    client != null;
                    client = channel.accept()) {
                serve(client);
            }
        } catch (IOException exhausted) {
            Reports.print(
                    "cannot accept a client at " + address + ": " + exhausted.getMessage(),
                    "Trying again in " + Reports.seconds(RECOVERY) + ". Too many connections may be open.");
            key.interestOps(0);
            loop.createTask(
                    "accepting again",
                    () -> loop.sleep(RECOVERY).thenRun(() -> {
                        if (key.isValid()) {
                            key.interestOps(SelectionKey.OP_ACCEPT);
                        }
                    }));
        }
    }

    private void serve(SocketChannel client) throws IOException {
        Connection connection;
        try {
            connection = new Connection(loop.scheduler, client);
        } catch (IOException disconnected) {
            client.close(); // it disconnected before it was accepted
            return;
        }
        String name = "client " + connection.remoteAddress();
        loop.createTask(
                name,
                () -> loop.begin(() -> handler.apply(connection).thenApply(any -> null))
                        .handle((nothing, failure) -> {
                            connection.close(); // its future never fails, so it can be ignored
                            if (failure != null) {
                                report(name, Failures.causeOf(failure));
                            }
                            return null;
                        }));
    }

    /** Reports a failure of a handler, unless its client disconnected or the loop was closed. */
    private static void report(String client, Throwable failure) {
        if (!(failure instanceof IOException || failure instanceof CancellationException)) {
            Reports.print("the handler of " + client + " failed: " + failure, "at " + Reports.place(failure));
        }
    }
}
