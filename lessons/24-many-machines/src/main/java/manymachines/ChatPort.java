package manymachines;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatserver.BlockingClientHandler;
import chatserver.ChatServer;
import chatserver.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Serves the clients of one node, with two virtual threads for each, as in lesson 12. Sends their lines to the cluster,
 * and the messages of the cluster to them.
 */
final class ChatPort implements AutoCloseable {
    private final int node;
    private final ServerSocketChannel serverChannel;
    private final Map<String, BlockingClientHandler> clients = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @throws IOException when the port is in use, or the address is not one of this machine */
    ChatPort(int node, InetSocketAddress address) throws IOException {
        this.node = node;
        serverChannel = ServerSocketChannel.open().bind(address, ChatServer.BACKLOG);
    }

    /** Accepts clients until {@link #close}. {@code cluster} receives their messages, and may block their threads. */
    void serve(Consumer<byte[]> cluster) throws IOException {
        int accepted = 0;
        try {
            while (true) {
                var client = new BlockingClientHandler(serverChannel.accept());
                accepted++;
                String name = "client-" + accepted + "@" + node; // unique in the cluster
                client.send(Protocol.fromServer("This is node " + node + ". You are " + name + "."));
                clients.put(name, client);
                threads.execute(() -> write(client));
                threads.execute(() -> read(name, client, cluster));
            }
        } catch (ClosedChannelException closed) {
            // the normal end
        }
    }

    private static void write(BlockingClientHandler client) {
        try {
            client.writeAll();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(String name, BlockingClientHandler client, Consumer<byte[]> cluster) {
        try (client) {
            client.readAll(line -> cluster.accept(Protocol.message(name, line)));
            client.awaitWritten();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException left) {
            client.sendLast(Protocol.GOODBYE); // this node has left the cluster
        } finally {
            clients.remove(name);
        }
    }

    /** Sends a message of the cluster to all clients except its sender. Does not block. */
    void deliver(byte[] message) {
        String sender = sender(message);
        clients.forEach((name, client) -> {
            if (!name.equals(sender) && !client.send(message)) {
                drop(name, client);
            }
        });
    }

    /** The name at the start of a message. */
    private static String sender(byte[] message) {
        int end = 0;
        while (message[end] != ' ') {
            end++;
        }
        return new String(message, 0, end - 1, UTF_8);
    }

    /** Sends a line of the node itself to all clients. */
    void announce(String text) {
        byte[] message = Protocol.fromServer(text);
        clients.values().forEach(client -> client.send(message));
    }

    private void drop(String name, BlockingClientHandler client) {
        if (clients.remove(name, client)) {
            client.close();
            announce(Protocol.dropped(name));
        }
    }

    /** Says goodbye to all clients. */
    @Override
    public void close() throws IOException {
        serverChannel.close();
        clients.values().forEach(client -> client.sendLast(Protocol.GOODBYE));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(ChatServer.FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                clients.values().forEach(BlockingClientHandler::close);
            }
        } catch (InterruptedException again) {
            clients.values().forEach(BlockingClientHandler::close);
            Thread.currentThread().interrupt();
        }
    }
}
