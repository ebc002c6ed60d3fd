package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the lesson's picture shows: Ann says a word twice a second, and sends much between them. Ben hears all of it,
 * and answers as much. A third client reads nothing. When it has been dropped, Ann says good night. It is over when Ben
 * has heard that, or when for a while nobody has said or heard anything.
 */
final class Conversation {
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int PAUSES_A_WORD = 5;
    private static final int MOST_WORDS = 12;
    private static final byte[] MUCH = ("x".repeat(9_999) + "\n").repeat(10).getBytes(UTF_8);
    private static final String GOOD_NIGHT = "good night";

    private final ChatServer server;
    /** It comes from whoever makes the conversation, and so is none of the threads of the version that holds it. */
    private final Thread ending = Thread.ofPlatform().unstarted(this::endWhenOver);

    private volatile Thread serving = Thread.currentThread();
    private final List<Thread> clients = new CopyOnWriteArrayList<>();
    private volatile long lastSign;
    private volatile boolean dropped;
    private volatile boolean heardToTheEnd;

    Conversation(ChatServer server) {
        this.server = server;
    }

    /** Whether Ben has heard what Ann said last. */
    boolean heardToTheEnd() {
        return heardToTheEnd;
    }

    /** To be told each line that is printed meanwhile. */
    void printed(String line) {
        dropped |= line.endsWith("does not read, and is dropped");
    }

    /** Serves on this thread until it is over. */
    void hold() throws Exception {
        serving = Thread.currentThread();
        try {
            server.serve(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), this::begin);
        } catch (InterruptedException over) {
            // as Ctrl-C ends it
        }
        for (Thread client : clients) {
            client.join(); // the server has closed their connections
        }
    }

    private void endWhenOver() {
        try {
            while (!heardToTheEnd && System.nanoTime() - lastSign < SILENCE.toNanos()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
        }
        serving.interrupt();
    }

    /** They come in this order; each has a thread of its own, but for the one that reads nothing. */
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
            for (int word = 1; word <= MOST_WORDS && !dropped; word++) {
                Thread.sleep(PAUSE);
                ann.say("word " + word);
                IO.println("Ann says word " + word);
                for (int pause = 1; pause < PAUSES_A_WORD; pause++) {
                    ann.send(MUCH);
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

    /** The deaf one goes with Ben: somebody has to hold its connection. */
    private void listen(Talker ben, Talker deaf) {
        try (ben;
                deaf) {
            for (String line = ben.hear(); line != null; line = ben.hear()) {
                lastSign = System.nanoTime();
                if (line.contains("word ")) {
                    IO.println("Ben hears " + line.substring(line.indexOf("word ")));
                    for (int pause = 1; pause < PAUSES_A_WORD; pause++) {
                        ben.send(MUCH);
                    }
                }
                heardToTheEnd |= line.endsWith(GOOD_NIGHT);
            }
        } catch (IOException closed) {
            // the server has ended
        }
    }
}
