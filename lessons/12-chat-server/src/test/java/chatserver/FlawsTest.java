package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with the two versions that show it. */
class FlawsTest {
    /** More bytes than a connection keeps while nobody reads at its other end. */
    private static final int MUCH = 50_000_000;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PrintStream out;
    private PrintStream err;

    @BeforeEach
    void listenToWhatIsPrinted() {
        out = System.out;
        err = System.err;
        System.setOut(new PrintStream(printed, true, UTF_8));
        System.setErr(System.out);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void oneAfterTheOtherIsNoChat() throws Exception {
        var server = new Running(new Sequential());
        try (var first = new Talker(server.address());
                var second = new Talker(server.address())) {
            second.say("is anybody there?");
            second.stopSending();
            first.say("hello");
            first.stopSending();

            assertThat(first.hear()).isNull();
            assertThat(second.hear()).isNull();
            assertThat(printed.toString(UTF_8))
                    .isEqualTo("%s: hello%n%s: is anybody there?%n".formatted(first.name(), second.name()));
        } finally {
            assertThat(server.end()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void theArticlesServerIsAChatWhileAllGoesWell() throws Exception {
        var server = new Running(new AsInTheArticle());
        List<Talker> all = arriveOneByOne(server, 3);

        all.getFirst().say("hello");

        assertThat(all.get(1).hear()).isEqualTo(all.getFirst().says("hello"));
        assertThat(all.get(2).hear()).isEqualTo(all.getFirst().says("hello"));
        assertThat(server.end()).isInstanceOf(InterruptedException.class);
        assertThat(all.get(1).hear()).isNull(); // and nobody is told
        close(all);
    }

    @Test
    void theArticlesServerTakesTheHundredthByteForTheEndOfAMessage() throws Exception {
        var server = new Running(new AsInTheArticle());
        List<Talker> all = arriveOneByOne(server, 2);

        all.getFirst().say("x".repeat(99) + "\u00e9");

        assertThat(all.getLast().hear()).contains("x\ufffd" + all.getFirst().says("\ufffd"));
        server.end();
        close(all);
    }

    @Test
    void theArticlesServerWaitsForTheSlowestReader() throws Exception {
        var server = new Running(new AsInTheArticle());
        List<Talker> all = arriveOneByOne(server, 2);
        var deaf = new Talker(server.address(), 4 * 1024).arrive(all.getFirst());
        var speaking = Thread.startVirtualThread(() -> speakForEver(all.getFirst()));

        int heard = 0;
        all.getLast().giveUpAfter(Duration.ofMillis(500));
        try {
            while (heard < MUCH) {
                heard += all.getLast().hear().length();
            }
        } catch (SocketTimeoutException stuck) {
            // as everybody is, while the deaf one does not read
        }

        assertThat(heard).isLessThan(MUCH);
        server.end();
        speaking.join();
        deaf.close();
        close(all);
    }

    @Test
    void theArticlesServerThrowsWhoeverSpeaksOutWhenOthersCome() throws Exception {
        var server = new Running(new AsInTheArticle());
        List<Talker> all = arriveOneByOne(server, 2);
        var speaking = Thread.startVirtualThread(() -> speakForEver(all.getFirst()));
        var readers = new ArrayList<Thread>();

        readers.add(all.getLast().readInParallel());
        while (speaking.isAlive()) {
            readers.add(new Talker(server.address()).readInParallel());
        }

        server.end();
        for (Thread reader : readers) {
            reader.join();
        }
        close(all);
        assertThat(printed.toString(UTF_8)).contains("ConcurrentModificationException");
    }

    /** Or the article's server would throw out who says that it has arrived, because another one comes. */
    private static List<Talker> arriveOneByOne(Running server, int count) throws IOException {
        var talkers = new ArrayList<Talker>();
        talkers.add(new Talker(server.address()));
        while (talkers.size() < count) {
            talkers.add(new Talker(server.address()).arrive(talkers.getFirst()));
        }
        return talkers;
    }

    private static void speakForEver(Talker talker) {
        try {
            while (true) {
                talker.say("x".repeat(89));
            }
        } catch (IOException gone) {
            // the server has closed the connection
        }
    }

    private static void close(List<Talker> talkers) throws IOException {
        for (Talker talker : talkers) {
            talker.close();
        }
    }
}
