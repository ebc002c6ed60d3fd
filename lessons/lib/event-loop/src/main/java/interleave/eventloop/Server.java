package interleave.eventloop;

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

/** Accepts connections for an {@link EventLoop}, each served by a task of its own. */
public final class Server implements AutoCloseable {

    /** How long to leave the door shut when the system has no more files to give. */
    private static final Duration RECOVERY = Duration.ofSeconds(1);
    /** How many may knock at once before the first is let in; systems allow fewer, as a rule some thousands. */
    private static final int BACKLOG = 10_000;

    private final EventLoop loop;
    private final Network network;
    private final ServerSocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress address;
    private final Function<Connection, ? extends CompletionStage<?>> handler;

    Server(
            EventLoop loop,
            Network network,
            InetSocketAddress address,
            Function<Connection, ? extends CompletionStage<?>> handler)
            throws IOException {
        this.loop = loop;
        this.network = network;
        this.handler = handler;
        this.channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.bind(address, BACKLOG);
            this.key = network.register(
                    channel, SelectionKey.OP_ACCEPT, new Network.Registered(this::selected, this::close));
            this.address = (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
    }

    /** Where the server listens, with the port it was given. */
    public InetSocketAddress address() {
        return address;
    }

    /** Stops listening. Clients that are connected stay connected. */
    @Override
    public void close() {
        loop.checkHere();
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
            loop.sleep(RECOVERY).thenRun(() -> {
                if (key.isValid()) {
                    key.interestOps(SelectionKey.OP_ACCEPT);
                }
            });
        }
    }

    private void serve(SocketChannel client) throws IOException {
        Connection connection;
        try {
            connection = new Connection(loop, network, client);
        } catch (IOException gone) {
            client.close(); // it hung up before it was let in
            return;
        }
        String name = "client " + connection.remoteAddress();
        loop.createTask(
                name,
                () -> loop.begin(() -> handler.apply(connection).thenApply(any -> null))
                        .handle((nothing, failure) -> {
                            connection.close();
                            if (failure != null) {
                                report(name, Failures.causeOf(failure));
                            }
                            return null;
                        }));
    }

    /** That a client has gone is no news, and neither is that the loop has ended. */
    private static void report(String client, Throwable failure) {
        if (!(failure instanceof IOException || failure instanceof CancellationException)) {
            Reports.print("the handler of " + client + " failed: " + failure, "at " + Reports.place(failure));
        }
    }
}
