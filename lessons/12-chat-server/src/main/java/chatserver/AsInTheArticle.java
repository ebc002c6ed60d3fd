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
 * The article's own server, with its flaws. While it iterates over the set of clients it waits for each one, even for
 * the slowest, and other tasks change the set. It also takes every read for a message, even half a character.
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
        var gone = new CompletableFuture<Void>();
        read(loop, client, gone);
        return gone.whenComplete((nothing, failure) -> clients.remove(client));
    }

    /** while data := await reader.read(100): ... */
    private void read(EventLoop loop, Connection client, CompletableFuture<Void> gone) {
        var data = ByteBuffer.allocate(100);
        client.read(data)
                .thenCompose(count -> count < 0
                        ? loop.completed(true)
                        : tellOthers(loop, client, data).thenApply(told -> false))
                .whenComplete((ended, failure) -> {
                    if (failure != null) {
                        gone.completeExceptionally(failure);
                    } else if (ended) {
                        gone.complete(null);
                    } else {
                        read(loop, client, gone);
                    }
                });
    }

    private CompletableFuture<Void> tellOthers(EventLoop loop, Connection sender, ByteBuffer data) {
        String message = Protocol.name(sender.remoteAddress()) + ": " + UTF_8.decode(data.flip());
        return tellNext(loop, sender, message.getBytes(UTF_8), clients.iterator());
    }

    /** for client in clients: client.write(message); await client.drain() */
    private CompletableFuture<Void> tellNext(
            EventLoop loop, Connection sender, byte[] message, Iterator<Connection> others) {
        if (!others.hasNext()) {
            return loop.completed(null);
        }
        Connection client = others.next();
        return client == sender
                ? tellNext(loop, sender, message, others)
                : client.write(ByteBuffer.wrap(message))
                        .thenCompose(drained -> tellNext(loop, sender, message, others));
    }

    static void main(String... arguments) throws Exception {
        ServerRunner.run(new AsInTheArticle(), arguments);
    }
}
