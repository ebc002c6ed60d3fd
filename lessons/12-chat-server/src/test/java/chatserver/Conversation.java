package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the lesson's picture shows: Ann says a word twice a second, and sends a burst of lines in between. Ben hears all
 * of it, and answers with as much. A third client reads nothing. When it has been dropped, Ann says good night. The
 * conversation is over when Ben has heard that, when the server has printed it, or after a while of silence.
 */
final class Conversation {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PAUSES_A_WORD = 5;
    private static final byte[] LARGE_BURST =
            ("x".repeat(9_999) + "\n").repeat(10).getBytes(UTF_8);
    private static final byte[] SMALL_BURST = "x\n".getBytes(UTF_8);
    private static final String GOOD_NIGHT = "good night";

    private final ChatServer server;
    private final int mostWords;
    private final byte[] burst;
    private final Duration silence;
    /** Created by the thread that holds the conversation, so it is none of the threads of the recorded version. */
    private final Thread ending = Thread.ofPlatform().unstarted(this::endWhenOver);

    private volatile Thread serving = Thread.currentThread();
    private final List<Thread> clients = new CopyOnWriteArrayList<>();
    private volatile long lastSign;
    private volatile boolean dropped;
    private volatile boolean heardToTheEnd;
    private volatile boolean printedToTheEnd;

    private Conversation(ChatServer server, int mostWords, byte[] burst, Duration silence) {
        this.server = server;
        this.mostWords = mostWords;
        this.burst = burst;
        this.silence = silence;
    }

    /** Long enough for the third client to be dropped. */
    static Conversation withDroppedClient(ChatServer server) {
        return new Conversation(server, 12, LARGE_BURST, Duration.ofSeconds(3));
    }

    /** The same participants, but over before the third client has missed much. */
    static Conversation ofAFewWords(ChatServer server) {
        return new Conversation(server, 1, SMALL_BURST, Duration.ofMinutes(1));
    }

    /** Whether Ben has heard Ann's last line. */
    boolean heardToTheEnd() {
        return heardToTheEnd;
    }

    /** Receives each line that is printed during the conversation. */
    void printed(String line) {
        dropped |= line.endsWith("does not read, and is dropped");
        printedToTheEnd |= line.endsWith(GOOD_NIGHT);
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
            while (!heardToTheEnd && !printedToTheEnd && System.nanoTime() - lastSign < silence.toNanos()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        }
        serving.interrupt();
    }

    /** Ann and Ben have a thread each. The third client needs none, since it never reads. */
    private void begin(InetSocketAddress address) {
        try {
            var ann = new Talker(address);
            var ben = new Talker(address);
            var deaf = new Talker(address, 4 * 1024);
            lastSign = System.nanoTime();
            ending.start();
            clients.add(Thread.ofVirtual().name("Ann").start(() -> speak(ann)));
            clients.add(Thread.ofVirtual().name("Ben").start(() -> listen(ben, deaf)));
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    private void speak(Talker ann) {
        try (ann) {
            for (int word = 1; word <= mostWords && !dropped; word++) {
                Thread.sleep(PAUSE);
                ann.say("word " + word);
                IO.println("Ann says word " + word);
                for (int pause = 1; pause < PAUSES_A_WORD; pause++) {
                    ann.send(burst);
                    lastSign = System.nanoTime();
                    Thread.sleep(PAUSE);
                }
            }
            ann.say(GOOD_NIGHT);
            ann.stopSending();
            ann.readToTheEnd();
        } catch (IOException | InterruptedException closed) {
            // the server has ended
        }
    }

    /** Also holds the third client's connection open. */
    private void listen(Talker ben, Talker deaf) {
        try (ben;
                deaf) {
            for (String line = ben.hear(); line != null; line = ben.hear()) {
                lastSign = System.nanoTime();
                if (line.contains("word ")) {
                    IO.println("Ben hears " + line.substring(line.indexOf("word ")));
                    for (int pause = 1; pause < PAUSES_A_WORD; pause++) {
                        ben.send(burst);
                    }
                }
                heardToTheEnd |= line.endsWith(GOOD_NIGHT);
            }
        } catch (IOException closed) {
            // the server has ended
        }
    }
}
