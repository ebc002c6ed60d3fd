package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that do not read, or that flood the server, do not affect the others. */
@ParameterizedClass
@MethodSource("chatserver.Chat#versions")
class OverloadTest {
    private static final String LONG_LINE = "x".repeat(10_000);
    /** In this many rounds, four clients send 80 MB: far more than the server and the system keep for one client. */
    private static final int MAX_ROUNDS = 2_000;
    /** In this many rounds, four clients send a megabyte: half of what the server keeps for one client. */
    private static final int ROUNDS_PER_MEGABYTE = 25;

    @AutoClose("end")
    private final Chat chat;

    OverloadTest(Supplier<ChatServer> version) {
        chat = new Chat(version.get());
    }

    @Test
    void dropsClientThatNeverReadsAndNotifiesOthersOnce() throws Exception {
        var printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            List<TestClient> all = chat.connect(4);
            TestClient nonReader = chat.joinWithoutReading(all.getFirst());
            String notice = nonReader.name() + " does not read, and is dropped";

            List<String> received = sendUntilDropped(nonReader, all).notices();

            assertThat(received).hasSize(all.size()).containsOnly("* " + notice);
            assertThat(nonReader.readToEnd())
                    .as("bytes of a dropped client")
                    .isLessThan(MAX_ROUNDS * 4L * LONG_LINE.length());
            Chat.assertNoOtherLineWasReceived(all);
            assertThat(printed.toString(UTF_8)).isEqualTo(notice + System.lineSeparator());
        } finally {
            System.setOut(out);
        }
    }

    @Tag("slow")
    @Test
    void halfClosedClientReceivesAllPendingLines() throws Exception {
        List<TestClient> all = chat.connect(4);
        int rounds = roundsForPendingMegabyte(all);
        TestClient leaving = chat.joinWithoutReading(all.getFirst());

        sendRounds(rounds, all);
        leaving.stopSending();

        assertThat(leaving.readLines(rounds * all.size())).allMatch(line -> line.endsWith(LONG_LINE));
        assertThat(leaving.readLine()).isNull();
    }

    @Tag("slow")
    @Test
    void dropsHalfClosedClientThatNeverReads() throws Exception {
        List<TestClient> all = chat.connect(4);
        int rounds = roundsForPendingMegabyte(all);
        TestClient nonReader = chat.joinWithoutReading(all.getFirst());

        sendRounds(rounds, all);
        nonReader.stopSending();

        assertThat(sendUntilDropped(nonReader, all).notices())
                .containsOnly("* " + nonReader.name() + " does not read, and is dropped");
    }

    /** After this many rounds, some bytes wait in the server for a client that does not read, and it is not dropped. */
    private int roundsForPendingMegabyte(List<TestClient> all) throws IOException {
        return sendUntilDropped(chat.joinWithoutReading(all.getFirst()), all).rounds() - ROUNDS_PER_MEGABYTE;
    }

    /** All clients send lines until {@code nonReader} is dropped. */
    private static Dropping sendUntilDropped(TestClient nonReader, List<TestClient> all) throws IOException {
        var others = new ArrayList<String>();
        int rounds = 0;
        for (; others.size() < all.size(); rounds++) {
            assertThat(rounds).as("rounds until the client is dropped").isLessThan(MAX_ROUNDS);
            others.addAll(sendRounds(1, all));
            others.removeIf(line -> line.endsWith(LONG_LINE));
        }
        for (TestClient client : all) {
            others.add(client.readLine()); // the notice was counted, so a line of the last round is missing
        }
        others.removeIf(line -> line.endsWith(LONG_LINE));
        assertThat(others).noneMatch(line -> line.startsWith(nonReader.delivered("")));
        return new Dropping(rounds, others);
    }

    private record Dropping(int rounds, List<String> notices) {}

    /**
     * In each round, all clients send a long line and read as many lines as the others send. Returns what they read.
     */
    private static List<String> sendRounds(int rounds, List<TestClient> all) throws IOException {
        var received = new ArrayList<String>();
        for (int round = 0; round < rounds; round++) {
            for (TestClient client : all) {
                client.sendLine(LONG_LINE);
            }
            for (TestClient client : all) {
                received.addAll(client.readLines(all.size() - 1));
            }
        }
        return received;
    }

    /** The other clients read on threads of their own: if they were slower than the flood, they would be dropped. */
    @Test
    void slowsDownFloodingClientOnly() throws Exception {
        List<TestClient> all = chat.connect(3);
        TestClient flooding = all.getFirst();
        TestClient speaking = all.get(1);
        List<LineCollector> readers = List.of(new LineCollector(speaking), new LineCollector(all.get(2)));
        var flood = new AtomicBoolean(true);
        Future<Integer> flooded = chat.inParallel(() -> {
            String tail = "~".repeat(1_000);
            int number = 0;
            while (flood.get()) {
                flooding.sendLine("%08d%s".formatted(number++, tail));
            }
            flooding.sendLine("enough");
            return number;
        });

        for (int word = 0; word < 10; word++) {
            speaking.sendLine("word " + word);
            readers.getLast().await(speaking.delivered("word " + word));
        }
        flood.set(false);
        for (var reader : readers) {
            reader.await(flooding.delivered("enough"));
        }

        List<String> words = IntStream.range(0, 10)
                .mapToObj(word -> speaking.delivered("word " + word))
                .toList();
        for (var reader : readers) {
            assertFloodIsComplete(reader.linesFrom(flooding), flooding, flooded.get());
        }
        assertThat(readers.getLast().linesFrom(speaking)).isEqualTo(words);
        assertThat(flooding.readLines(10)).isEqualTo(words);
    }

    private static void assertFloodIsComplete(List<String> received, TestClient flooding, int count) {
        assertThat(received).hasSize(count + 1);
        for (int number = 0; number < count; number++) {
            assertThat(received.get(number)).startsWith(flooding.delivered("%08d~".formatted(number)));
        }
    }

    @Test
    void clientsThatNeverEndTheirLinesDoNotDisturbOthers() throws Exception {
        List<TestClient> all = chat.connect(12);
        var flood = new AtomicBoolean(true);
        var flooded = new ArrayList<Future<?>>();
        byte[] noLineEnd = "~".repeat(64 * 1024).getBytes(UTF_8);
        for (TestClient flooding : all.subList(1, 11)) {
            flooded.add(chat.inParallel(() -> {
                while (flood.get()) {
                    flooding.send(noLineEnd);
                }
                return null;
            }));
        }

        for (int word = 0; word < 100; word++) {
            all.getFirst().sendLine("word " + word);
            assertThat(all.getLast().readLine()).isEqualTo(all.getFirst().delivered("word " + word));
        }
        flood.set(false);
        for (var sent : flooded) {
            sent.get();
        }
    }
}
