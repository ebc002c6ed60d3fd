package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The conversation in the lesson's picture. Ann sends a word twice a second, and bursts of lines in between. Ben
 * receives all of it, and sends as much. A third client reads nothing. When it has been dropped, Ann sends "good
 * night". The conversation is over when Ben has received that, when the server has printed it, or when nothing happens
 * for a while.
 */
final class Conversation {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PAUSES_PER_WORD = 5;
    private static final byte[] LARGE_BURST =
            ("x".repeat(9_999) + "\n").repeat(10).getBytes(UTF_8);
    private static final byte[] SMALL_BURST = "x\n".getBytes(UTF_8);
    private static final String GOOD_NIGHT = "good night";

    private final ChatServer server;
    private final int maxWords;
    private final byte[] burst;
    private final Duration silence;
    /** Created outside the recorded version, so it does not appear in the picture. */
    private final Thread ending = Thread.ofPlatform().unstarted(this::endWhenOver);

    private volatile Thread serving = Thread.currentThread();
    private final List<Thread> clients = new CopyOnWriteArrayList<>();
    private volatile long lastActivity;
    private volatile boolean dropped;
    private volatile boolean hasHeardGoodNight;
    private volatile boolean hasPrintedGoodNight;

    private Conversation(ChatServer server, int maxWords, byte[] burst, Duration silence) {
        this.server = server;
        this.maxWords = maxWords;
        this.burst = burst;
        this.silence = silence;
    }

    /** A conversation that lasts until the third client is dropped. */
    static Conversation withDroppedClient(ChatServer server) {
        return new Conversation(server, 12, LARGE_BURST, Duration.ofSeconds(3));
    }

    /** A short conversation of the same participants, in which no client is dropped. */
    static Conversation ofAFewWords(ChatServer server) {
        return new Conversation(server, 1, SMALL_BURST, Duration.ofMinutes(1));
    }

    /** Whether Ben has received Ann's last line. */
    boolean hasHeardGoodNight() {
        return hasHeardGoodNight;
    }

    /** Receives each line that is printed during the conversation. */
    void printed(String line) {
        dropped |= line.endsWith("does not read, and is dropped");
        hasPrintedGoodNight |= line.endsWith(GOOD_NIGHT);
    }

    /** Serves on this thread until the conversation is over. */
    void hold() throws Exception {
        serving = Thread.currentThread();
        try {
            server.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::begin);
        } catch (InterruptedException over) {
            // endWhenOver ends the server as Ctrl-C does
        }
        for (Thread client : clients) {
            client.join(); // the server has closed their connections
        }
    }

    private void endWhenOver() {
        try {
            while (!hasHeardGoodNight && !hasPrintedGoodNight && System.nanoTime() - lastActivity < silence.toNanos()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
        serving.interrupt();
    }

    /** Starts a thread for Ann and one for Ben. The third client never reads, and needs none. */
    private void begin(InetSocketAddress address) {
        try {
            var ann = new TestClient(address);
            var ben = new TestClient(address);
            var nonReader = new TestClient(address, 4 * 1024);
            lastActivity = System.nanoTime();
            ending.start();
            clients.add(Thread.ofVirtual().name("Ann").start(() -> send(ann)));
            clients.add(Thread.ofVirtual().name("Ben").start(() -> listen(ben, nonReader)));
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private void send(TestClient ann) {
        try (ann) {
            for (int word = 1; word <= maxWords && !dropped; word++) {
                Thread.sleep(PAUSE);
                ann.sendLine("word " + word);
                IO.println("Ann says word " + word);
                for (int pause = 1; pause < PAUSES_PER_WORD; pause++) {
                    ann.send(burst);
                    lastActivity = System.nanoTime();
                    Thread.sleep(PAUSE);
                }
            }
            ann.sendLine(GOOD_NIGHT);
            ann.stopSending();
            ann.readToEnd();
        } catch (IOException | InterruptedException closed) {
            // the server has ended
        }
    }

    /** Also holds the third client's connection open. */
    private void listen(TestClient ben, TestClient nonReader) {
        try (ben;
                nonReader) {
            for (String line = ben.readLine(); line != null; line = ben.readLine()) {
                lastActivity = System.nanoTime();
                if (line.contains("word ")) {
                    IO.println("Ben hears " + line.substring(line.indexOf("word ")));
                    for (int pause = 1; pause < PAUSES_PER_WORD; pause++) {
                        ben.send(burst);
                    }
                }
                hasHeardGoodNight |= line.endsWith(GOOD_NIGHT);
            }
        } catch (IOException closed) {
            // the server has ended
        }
    }
}
