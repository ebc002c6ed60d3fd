package benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The clients of a chat, all on the thread that calls: in a round each says one line, and waits until it has those of all
 * others. It is the same for every server; it counts bytes, so it has less to do than any of them.
 */
final class ChatCrowd implements AutoCloseable {
    private static final String GREETING = "Hello\n";
    private static final String LINE = "What one says, all others hear\n";

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final List<Client> clients = new ArrayList<>();
    private int waiting;

    /** Connects, and fails unless each client hears each other once, word for word. */
    ChatCrowd(InetSocketAddress server, int count) throws IOException {
        for (int number = 0; number < count; number++) {
            clients.add(new Client(server));
        }
        long said = clients.stream().mapToLong(client -> client.line.length()).sum();
        clients.forEach(client -> client.bytesARound = said - client.line.length());
        awaitAllAtTheFirst();
        compareARound();
    }

    /** What is said before all have been let in does not reach all: so the first, who came first, waits for the others. */
    private void awaitAllAtTheFirst() throws IOException {
        var first = clients.getFirst();
        var others = clients.subList(1, clients.size());
        for (var client : others) {
            client.say(GREETING);
        }
        hear(List.of(first), () -> first.count(GREETING) == others.size());
    }

    private void compareARound() throws IOException {
        for (var client : clients) {
            client.say(LINE);
        }
        for (var client : clients) {
            hear(List.of(client), () -> client.count(LINE) == clients.size() - 1);
        }
        for (var client : clients) {
            List<String> expected = clients.stream().filter(other -> other != client).map(other -> other.line).sorted()
                    .toList();
            List<String> heard = client.text.toString().lines().map(line -> line + "\n").filter(line -> !line.endsWith(
                    GREETING)).sorted().toList();
            if (!heard.equals(expected)) {
                throw new AssertionError("a client has heard " + heard + ", not " + expected);
            }
            client.text = null;
        }
    }

    /** How many deliveries a round is. */
    int deliveries() {
        return clients.size() * (clients.size() - 1);
    }

    /** Each says a line and hears those of the others; fails when one of them is missing. */
    void round() throws IOException {
        waiting = clients.size();
        for (var client : clients) {
            client.unheard = client.bytesARound;
            client.say(LINE);
        }
        hear(clients, () -> waiting == 0);
    }

    private void hear(List<Client> whom, BooleanSupplier enough) throws IOException {
        while (!enough.getAsBoolean()) {
            if (selector.select(key -> ((Client) key.attachment()).hear(), Rota.PATIENCE.toMillis()) == 0) {
                throw new AssertionError("a chat server has left " + whom.size() + " of " + clients.size()
                        + " clients without what was said");
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var client : clients) {
            client.channel.close();
        }
        selector.close();
    }

    private final class Client {
        private final SocketChannel channel;
        /** What the others hear of it in a round. */
        private final String line;
        private long bytesARound;
        private long unheard;
        /** What it has heard, while that is compared. */
        private StringBuilder text = new StringBuilder();

        Client(InetSocketAddress server) throws IOException {
            channel = SocketChannel.open(server);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            line = "127.0.0.1:" + ((InetSocketAddress) channel.getLocalAddress()).getPort() + ": " + LINE;
        }

        void say(String said) throws IOException {
            channel.write(ByteBuffer.wrap(said.getBytes(US_ASCII))); // all of it: the socket's buffer is empty
        }

        void hear() {
            try {
                int count = channel.read(buffer.clear());
                if (count < 0) {
                    throw new AssertionError("a chat server has closed a connection");
                }
                if (text != null) {
                    text.append(US_ASCII.decode(buffer.flip()));
                    return;
                }
                unheard -= count;
                if (unheard == 0) {
                    waiting--;
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        long count(String said) {
            return text.toString().lines().filter(heard -> (heard + "\n").endsWith(said)).count();
        }
    }
}
