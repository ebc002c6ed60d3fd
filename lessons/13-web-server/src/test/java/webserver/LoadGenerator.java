package webserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * An open load generator, on one thread: each connection sends its requests at fixed times, whether or not earlier ones
 * have been answered. The latency of an answer counts from the time at which its request was due, not from the time at
 * which it was sent. So a server that is late cannot slow down the clients that measure it.
 */
final class LoadGenerator {
    private static final byte[] REQUEST = TestClient.get("/stock").getBytes(ISO_8859_1);
    /** The end of the answer. Its first byte occurs only once in it, so a simple search finds it. */
    private static final byte[] END = "12 loaves are left</p>\n".getBytes(ISO_8859_1);
    /** How many connections may be opening at the same time. */
    private static final int OPENING = 200;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(30);

    /** A connection, the times at which its unanswered requests were due, and how much of {@code END} has arrived. */
    private static final class Client {
        final SocketChannel channel;
        final Queue<Long> due = new ArrayDeque<>(2);
        int matched;

        Client(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** What was measured; times in nanoseconds. Latencies and delays of sending are sorted. */
    record Result(int connected, int refused, int sent, long[] latencies, long[] delays) {}

    private final Selector selector = Selector.open();
    private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
    private final Client[] clients;
    private final int rounds;
    private final long period;
    private final long patience;

    private int opening;
    private int connected;
    private int refused;
    private long start;
    private int sent;
    private int unanswered;
    private int answered;
    private final long[] latencies;
    private final long[] delays;

    /**
     * @param rounds how many requests each connection sends, one in each {@code period}; the first is not measured
     * @param patience how long to wait for answers after the last request
     */
    LoadGenerator(int connections, int rounds, Duration period, Duration patience) throws IOException {
        this.clients = new Client[connections];
        this.rounds = rounds;
        this.period = period.toNanos();
        this.patience = patience.toNanos();
        this.latencies = new long[connections * rounds];
        this.delays = new long[connections * rounds];
    }

    Result run(int port) throws IOException {
        connectAll(port);
        start = System.nanoTime();
        int total = connected * rounds;
        long end = start + rounds * period + patience;
        while ((sent < total || unanswered > 0) && System.nanoTime() < end) {
            for (; sent < total && due(sent) <= System.nanoTime(); sent++) {
                send(sent);
            }
            long untilNext = (sent < total ? due(sent) : end) - System.nanoTime();
            selector.select(this::read, Math.clamp(Duration.ofNanos(untilNext).toMillis(), 1, 1_000));
        }
        int measured = Math.max(0, sent - connected);
        long[] sending = Arrays.copyOfRange(delays, Math.min(connected, sent), sent);
        long[] answers = Arrays.copyOf(latencies, answered);
        Arrays.sort(sending);
        Arrays.sort(answers);
        return new Result(connected, refused, measured, answers, sending);
    }

    private void connectAll(int port) throws IOException {
        long end = System.nanoTime() + CONNECT_TIMEOUT.toNanos();
        int started = 0;
        while (connected + refused < clients.length && System.nanoTime() < end) {
            for (; started < clients.length && opening < OPENING; started++, opening++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.connect(WebServer.address(port));
                channel.register(selector, SelectionKey.OP_CONNECT, new Client(channel));
            }
            selector.select(this::connect, 100);
        }
        refused = clients.length - connected;
    }

    private void connect(SelectionKey key) {
        var client = (Client) key.attachment();
        opening--;
        try {
            client.channel.finishConnect();
            key.interestOps(SelectionKey.OP_READ);
            clients[connected++] = client;
        } catch (IOException failed) {
            refused++;
            key.cancel();
        }
    }

    /** When a request is due. The connections take turns, evenly spread over the period. */
    private long due(int request) {
        return start + (long) ((double) request * period / connected);
    }

    private void send(int request) throws IOException {
        Client client = clients[request % connected];
        client.due.add(due(request));
        unanswered++;
        try {
            client.channel.write(ByteBuffer.wrap(REQUEST));
        } catch (IOException closed) {
            // its requests are never answered
        }
        delays[request] = System.nanoTime() - due(request);
    }

    private void read(SelectionKey key) {
        var client = (Client) key.attachment();
        try {
            if (client.channel.read(received.clear()) < 0) {
                client.channel.close();
            }
            received.flip();
            while (received.hasRemaining()) {
                byte next = received.get();
                client.matched = next == END[client.matched] ? client.matched + 1 : next == END[0] ? 1 : 0;
                if (client.matched == END.length) {
                    client.matched = 0;
                    answered(client.due.remove());
                }
            }
        } catch (IOException broken) {
            key.cancel();
        }
    }

    private void answered(long due) {
        unanswered--;
        if (due >= start + period) { // the first round is the warm-up
            latencies[answered++] = System.nanoTime() - due;
        }
    }
}
