package chatserver;

import interleave.eventloop.EventLoop;
import interleave.eventloop.Server;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Serves all clients on one thread. It needs no lock, no second thread per client, and no concurrent set. */
public final class WithEventLoop implements ChatServer {
    private final Set<LoopClientHandler> clients = new HashSet<>();

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        try (var loop = new EventLoop()) {
            Server server = loop.listen(address, connection -> handle(loop, new LoopClientHandler(loop, connection)));
            listening.accept(server.address());
            try {
                loop.runUntilComplete(new CompletableFuture<>());
            } catch (InterruptedException ctrlC) {
                loop.runUntilComplete(loop.createTask("farewell", () -> sayGoodbye(loop, server)));
                throw ctrlC;
            }
        }
    }

    private CompletableFuture<Void> handle(EventLoop loop, LoopClientHandler client) {
        clients.add(client);
        return client.readAll(line -> sendToOthers(loop, client, Protocol.message(client.name, line)))
                .whenComplete((nothing, failure) -> clients.remove(client));
    }

    private void sendToOthers(EventLoop loop, LoopClientHandler sender, byte[] message) {
        for (var client : clients) {
            if (client != sender && !client.send(message)) {
                loop.execute(() -> drop(loop, client)); // later: this method iterates over the set
            }
        }
    }

    private void drop(EventLoop loop, LoopClientHandler client) {
        if (clients.remove(client)) {
            client.close();
            IO.println(Protocol.dropped(client.name));
            sendToOthers(loop, client, Protocol.fromServer(Protocol.dropped(client.name)));
        }
    }

    private CompletableFuture<Void> sayGoodbye(EventLoop loop, Server server) {
        server.close();
        var closed = List.copyOf(clients).stream() // a client whose connection is broken removes itself at once
                .map(client -> client.sendLast(Protocol.GOODBYE))
                .toList();
        return loop.timeout(FAREWELL, loop.gatherSettled(closed)).handle((all, timeout) -> null);
    }

    static void main(String... arguments) throws Exception {
        ServerRunner.run(new WithEventLoop(), arguments);
    }
}
