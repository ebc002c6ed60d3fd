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
 * The clients of a chat, all on the thread that calls: in a round each says one line, and waits until it has those of
 * all others. It is the same for every server; it counts bytes, so it has less to do than any of them.
 */
final class ChatCrowd implements AutoCloseable {
    private static final String GREETING = "Hello\n";
    /** Comparing more would take minutes where each line is written by itself. */
    private static final int MOST_COMPARED = 50;

    private static final int A_MOMENT = 50; // ms
    private static final String LINE = "What one says, all others hear\n";

    private final Selector selector = Selector.open();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
    private final List<Client> clients = new ArrayList<>();
    /** Who has not heard all of this round. */
    private int waiting;
    /** Bytes, while what is heard is only counted. */
    private long heard;

    private final long bytesOfARound;
    /** Lines that were asked for so far. */
    private long wanted;

    /** Connects, and fails unless each client hears others once, word for word. */
    ChatCrowd(InetSocketAddress server, int count) throws IOException {
        for (int number = 0; number < count; number++) {
            clients.add(new Client(server));
        }
        long said = clients.stream().mapToLong(client -> client.line.length()).sum();
        clients.forEach(client -> client.bytesARound = said - client.line.length());
        bytesOfARound = said * (count - 1);
        awaitAllLetIn();
        compareWhatIsHeard();
    }

    /**
     * What is said before all have been let in does not reach all: so the first asks until each of the others has heard
     * it.
     */
    private void awaitAllLetIn() throws IOException {
        var first = clients.getFirst();
        long patience = System.nanoTime() + Rota.PATIENCE.toNanos();
        while (clients.stream().anyMatch(client -> client != first && client.text.isEmpty())) {
            if (System.nanoTime() > patience) {
                throw tooFew(clients.size());
            }
            first.say(GREETING);
            while (selector.select(key -> ((Client) key.attachment()).hear(), A_MOMENT) > 0) {
                // until nothing comes any longer
            }
        }
    }

    private void compareWhatIsHeard() throws IOException {
        List<Client> speakers = clients.subList(0, Math.min(MOST_COMPARED, clients.size()));
        for (var speaker : speakers) {
            speaker.say(LINE);
        }
        for (var client : clients) {
            int others = speakers.size() - (speakers.contains(client) ? 1 : 0);
            hear(List.of(client), () -> client.lines().size() >= others);
        }
        for (var client : clients) {
            List<String> expected = speakers.stream()
                    .filter(other -> other != client)
                    .map(other -> other.line)
                    .sorted()
                    .toList();
            List<String> heard = client.lines().stream().sorted().toList();
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
        begin();
        hear(clients, () -> waiting == 0);
    }

    private void begin() throws IOException {
        waiting = clients.size();
        for (var client : clients) {
            client.unheard = client.bytesARound;
            client.say(LINE);
        }
    }

    /**
     * They go on talking, a round after the other, until they have heard so many lines since the last time. Where a
     * round takes long, it goes on in the next call.
     */
    void talk(int lines) throws IOException {
        wanted += lines;
        while (!haveHeardEnough()) {
            if (waiting == 0) {
                begin();
            }
            hear(clients, () -> waiting == 0 || haveHeardEnough());
        }
    }

    /** Lines differ in length by some digits of a port, so it is reckoned with the average. */
    private boolean haveHeardEnough() {
        return heard * deliveries() >= wanted * bytesOfARound;
    }

    private void hear(List<Client> whom, BooleanSupplier enough) throws IOException {
        while (!enough.getAsBoolean()) {
            if (selector.select(key -> ((Client) key.attachment()).hear(), Rota.PATIENCE.toMillis()) == 0) {
                throw tooFew(whom.size());
            }
        }
    }

    private AssertionError tooFew(int without) {
        return new AssertionError(
                "a chat server has left " + without + " of " + clients.size() + " clients without what was said");
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
                heard += count;
                unheard -= count;
                if (unheard == 0) {
                    waiting--;
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /** The lines that it has heard to their ends, but for greetings. */
        List<String> lines() {
            return text.substring(0, text.lastIndexOf("\n") + 1)
                    .lines()
                    .map(line -> line + "\n")
                    .filter(line -> !line.endsWith(GREETING))
                    .toList();
        }
    }
}
