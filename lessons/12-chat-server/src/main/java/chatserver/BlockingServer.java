package chatserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A server on blocking I/O. It uses two threads per client, platform or virtual: a reader and a writer. */
final class BlockingServer implements ChatServer {
    /** A concurrent set: threads add and remove clients while other threads iterate over it. */
    private final Set<BlockingClientHandler> clients = ConcurrentHashMap.newKeySet();

    private final ExecutorService threads;

    /** @param threads must not queue a task: a reader and its writer must run at the same time */
    BlockingServer(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening)
            throws IOException, InterruptedException {
        try (var serverChannel = ServerSocketChannel.open().bind(address, BACKLOG)) {
            listening.accept((InetSocketAddress) serverChannel.getLocalAddress());
            while (true) {
                handle(new BlockingClientHandler(serverChannel.accept()));
            }
        } catch (ClosedByInterruptException ctrlC) {
            Thread.interrupted();
            sayGoodbye();
            throw new InterruptedException("the chat was ended");
        }
    }

    /** Calls {@code execute}: {@code submit} would store an exception of a task in a future that is never read. */
    private void handle(BlockingClientHandler client) {
        clients.add(client);
        threads.execute(() -> write(client));
        threads.execute(() -> read(client));
    }

    private static void write(BlockingClientHandler client) {
        try {
            client.writeAll();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // the executor is shutting down: end this task
        }
    }

    private void read(BlockingClientHandler client) {
        try (client) {
            client.readAll(line -> sendToOthers(client, Protocol.message(client.name, line)));
            client.awaitWritten();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            clients.remove(client);
        }
    }

    private void sendToOthers(BlockingClientHandler sender, byte[] message) {
        for (var client : clients) {
            if (client != sender && !client.send(message)) {
                drop(client);
            }
        }
    }

    private void drop(BlockingClientHandler client) {
        if (clients.remove(client)) { // several threads may try, and one succeeds
            client.close();
            IO.println(Protocol.dropped(client.name));
            sendToOthers(client, Protocol.fromServer(Protocol.dropped(client.name)));
        }
    }

    private void sayGoodbye() throws InterruptedException {
        clients.forEach(client -> client.sendLast(Protocol.GOODBYE));
        threads.shutdown();
        if (!threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            clients.forEach(BlockingClientHandler::close);
        }
    }
}
