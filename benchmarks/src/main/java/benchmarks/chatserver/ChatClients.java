package benchmarks.chatserver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The clients of a chat, all on the calling thread. In a round each sends one line, and waits until it has received the
 * lines of all others. It is the same for every server, and counts bytes, so it has less work than any server.
 */
final class ChatClients implements AutoCloseable {
    private static final String GREETING = "Hello\n";
    /** Checking more would take minutes with a server that writes each line separately. */
    private static final int MAX_CHECKED_SENDERS = 50;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int GREETING_INTERVAL_MILLIS = 50;
    private static final String LINE = "What one client sends, all others receive\n";

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final List<ChatClient> clients = new ArrayList<>();
    /** The number of clients that have not received everything of this round. */
    private int waiting;
    /** Received by all clients in all rounds. */
    private long receivedBytes;

    private final long bytesPerRound;
    /** Requested by all calls of {@link #talk}. */
    private long requestedDeliveries;

    /** Connects, and fails unless each client receives each line of the others once and unchanged. */
    ChatClients(InetSocketAddress server, int count) throws IOException {
        for (int number = 0; number < count; number++) {
            clients.add(new ChatClient(server));
        }
        long sent = clients.stream().mapToLong(client -> client.line.length()).sum();
        clients.forEach(client -> client.bytesPerRound = sent - client.line.length());
        bytesPerRound = sent * (count - 1);
        awaitAllJoined();
        checkLines();
    }

    /**
     * A client that has not joined yet misses a line. So the last one, which most servers accept last, sends greetings
     * until all others receive one.
     */
    private void awaitAllJoined() throws IOException {
        var last = clients.getLast();
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (clients.stream().anyMatch(client -> client != last && client.checked.isEmpty())) {
            if (System.nanoTime() > deadline) {
                throw missingLines(clients.size());
            }
            last.send(GREETING);
            while (selector.select(key -> ((ChatClient) key.attachment()).receive(), GREETING_INTERVAL_MILLIS) > 0) {
                // until nothing more arrives
            }
        }
    }

    private void checkLines() throws IOException {
        List<ChatClient> senders = clients.subList(0, Math.min(MAX_CHECKED_SENDERS, clients.size()));
        for (var sender : senders) {
            sender.send(LINE);
        }
        for (var client : clients) {
            int others = senders.size() - (senders.contains(client) ? 1 : 0);
            receive(List.of(client), () -> client.lines().size() >= others);
        }
        for (var client : clients) {
            List<String> expected = senders.stream()
                    .filter(other -> other != client)
                    .map(other -> other.line)
                    .sorted()
                    .toList();
            List<String> received = client.lines().stream().sorted().toList();
            if (!received.equals(expected)) {
                throw new AssertionError("Expected a client to receive " + expected + ", but it received " + received);
            }
            client.checked = null;
        }
    }

    /** The number of deliveries in a round. */
    int deliveries() {
        return clients.size() * (clients.size() - 1);
    }

    /** Each client sends a line and receives those of the others; fails when one is missing. */
    void round() throws IOException {
        begin();
        receive(clients, () -> waiting == 0);
    }

    private void begin() throws IOException {
        waiting = clients.size();
        for (var client : clients) {
            client.missingBytes = client.bytesPerRound;
            client.send(LINE);
        }
    }

    /**
     * Sends and receives in rounds, until this number of lines has been delivered. The next call continues a round that
     * is not complete.
     */
    void talk(int deliveries) throws IOException {
        requestedDeliveries += deliveries;
        while (!receivedEnough()) {
            if (waiting == 0) {
                begin();
            }
            receive(clients, () -> waiting == 0 || receivedEnough());
        }
    }

    /** Counts with the average length of a line, because the numbers of ports differ in length. */
    private boolean receivedEnough() {
        return receivedBytes * deliveries() >= requestedDeliveries * bytesPerRound;
    }

    private void receive(List<ChatClient> receivers, BooleanSupplier enough) throws IOException {
        while (!enough.getAsBoolean()) {
            if (selector.select(key -> ((ChatClient) key.attachment()).receive(), TIMEOUT.toMillis()) == 0) {
                throw missingLines(receivers.size());
            }
        }
    }

    private AssertionError missingLines(int receivers) {
        return new AssertionError(
                "The chat server did not deliver all lines to " + receivers + " of " + clients.size() + " clients");
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.channel.close();
        }
        selector.close();
    }

    private final class ChatClient {
        private final SocketChannel channel;
        /** What the others receive from it in a round. */
        private final String line;

        private long bytesPerRound;
        private long missingBytes;
        /** What it has received; null when lines are no longer checked. */
        private StringBuilder checked = new StringBuilder();

        ChatClient(InetSocketAddress server) throws IOException {
            channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            line = "127.0.0.1:" + ((InetSocketAddress) channel.getLocalAddress()).getPort() + ": " + LINE;
        }

        void send(String text) throws IOException {
            channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII))); // all of it: the socket's buffer is empty
        }

        void receive() {
            try {
                int count = channel.read(buffer.clear());
                if (count < 0) {
                    throw new AssertionError("The chat server closed a connection");
                }
                if (checked != null) {
                    checked.append(US_ASCII.decode(buffer.flip()));
                    return;
                }
                receivedBytes += count;
                missingBytes -= count;
                if (missingBytes == 0) {
                    waiting--;
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /** The complete lines that it has received, without greetings. */
        List<String> lines() {
            return checked.substring(0, checked.lastIndexOf("\n") + 1)
                    .lines()
                    .map(line -> line + "\n")
                    .filter(line -> !line.endsWith(GREETING))
                    .toList();
        }
    }
}
