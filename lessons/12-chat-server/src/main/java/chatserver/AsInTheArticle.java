package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.eventloop.Connection;
import interleave.eventloop.EventLoop;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The article's server, with its bugs. While it iterates over the set of clients, it waits for each of them, even for
 * the slowest, and other tasks change the set. It also treats the bytes of each read as a message, even half a
 * character.
 */
public final class AsInTheArticle implements ChatServer {
    private final Set<Connection> clients = new LinkedHashSet<>();

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        EventLoop.run(loop -> {
            listening.accept(
                    loop.listen(address, client -> handle(loop, client)).address());
            return new CompletableFuture<Void>();
        });
    }

    private CompletableFuture<Void> handle(EventLoop loop, Connection client) {
        clients.add(client);
        var disconnected = new CompletableFuture<Void>();
        read(loop, client, disconnected);
        return disconnected.whenComplete((nothing, failure) -> clients.remove(client));
    }

    /** while data := await reader.read(100): ... */
    private void read(EventLoop loop, Connection client, CompletableFuture<Void> disconnected) {
        var data = ByteBuffer.allocate(100);
        client.read(data)
                .thenCompose(count -> count < 0
                        ? loop.completed(true)
                        : sendToOthers(loop, client, data).thenApply(sent -> false))
                .whenComplete((ended, failure) -> {
                    if (failure != null) {
                        disconnected.completeExceptionally(failure);
                    } else if (ended) {
                        disconnected.complete(null);
                    } else {
                        read(loop, client, disconnected);
                    }
                });
    }

    private CompletableFuture<Void> sendToOthers(EventLoop loop, Connection sender, ByteBuffer data) {
        String message = Protocol.name(sender.remoteAddress()) + ": " + UTF_8.decode(data.flip());
        return sendToNext(loop, sender, message.getBytes(UTF_8), clients.iterator());
    }

    /** for client in clients: client.write(message); await client.drain() */
    private CompletableFuture<Void> sendToNext(
            EventLoop loop, Connection sender, byte[] message, Iterator<Connection> others) {
        if (!others.hasNext()) {
            return loop.completed(null);
        }
        Connection client = others.next();
        return client == sender
                ? sendToNext(loop, sender, message, others)
                : client.write(ByteBuffer.wrap(message))
                        .thenCompose(drained -> sendToNext(loop, sender, message, others));
    }

    static void main(String... arguments) throws Exception {
        ServerRunner.run(new AsInTheArticle(), arguments);
    }
}
