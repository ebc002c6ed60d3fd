package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** Every other client receives each line once, complete and in order. */
@ParameterizedClass
@MethodSource("chatserver.Chat#versions")
class LineDeliveryTest {
    @AutoClose("end")
    private final Chat chat;

    LineDeliveryTest(Supplier<ChatServer> version) {
        chat = new Chat(version.get());
    }

    @Test
    void deliversEachLineToEachOtherClientOnceAndInOrder() throws Exception {
        List<TestClient> all = chat.connect(5);

        var sending = new ArrayList<Future<?>>();
        for (TestClient client : all) {
            sending.add(chat.inParallel(() -> {
                for (int number = 0; number < 200; number++) {
                    client.sendLine("line " + number);
                }
                return null;
            }));
        }

        for (TestClient receiver : all) {
            List<String> received = receiver.readLines(4 * 200);
            for (TestClient sender : all) {
                List<String> sent = sender == receiver
                        ? List.of()
                        : IntStream.range(0, 200)
                                .mapToObj(number -> sender.delivered("line " + number))
                                .toList();
                assertThat(received.stream().filter(line -> line.startsWith(sender.name() + ": ")))
                        .isEqualTo(sent);
            }
        }
        for (var sent : sending) {
            sent.get();
        }
        Chat.assertNoOtherLineWasReceived(all);
    }

    @Test
    void hundredClientsReceiveLinesOfEachOther() throws Exception {
        allReceiveLinesOfEachOther(100);
    }

    @Test
    @Tag("slow")
    void thousandClientsReceiveLinesOfEachOther() throws Exception {
        allReceiveLinesOfEachOther(1_000);
    }

    private void allReceiveLinesOfEachOther(int count) throws IOException {
        List<TestClient> all = chat.connect(count);

        for (TestClient client : all) {
            client.sendLine("here");
        }

        for (TestClient client : all) {
            assertThat(client.readLines(count - 1))
                    .doesNotHaveDuplicates()
                    .allMatch(line -> line.endsWith(": here"))
                    .doesNotContain(client.delivered("here"));
        }
    }

    @Test
    void clientsMayConnectAndDisconnectWhileOthersSend() throws Exception {
        List<TestClient> all = chat.connect(2);
        var isSending = new AtomicBoolean(true);
        var visitors = new ArrayList<Future<?>>();
        for (int number = 0; number < 4; number++) {
            visitors.add(chat.inParallel(() -> {
                while (isSending.get()) {
                    try (var visitor = new TestClient(chat.address())) {
                        visitor.readLine();
                    }
                }
                return null;
            }));
        }

        Future<?> lines = chat.inParallel(() -> {
            for (int number = 0; number < 500; number++) {
                all.getFirst().sendLine("line " + number);
            }
            return null;
        });

        for (int number = 0; number < 500; number++) {
            assertThat(all.getLast().readLine()).isEqualTo(all.getFirst().delivered("line " + number));
        }
        lines.get();
        isSending.set(false);
        while (!visitors.stream().allMatch(Future::isDone)) {
            all.getFirst().sendLine("for visitors that still wait for a line");
        }
    }

    @Test
    void characterMayArriveInSeveralPieces() throws Exception {
        List<TestClient> all = chat.connect(2);
        String text = "Gr\u00fc\u00dfe \u4f60\u597d \ud83d\ude00";

        for (byte each : (text + "\n").getBytes(UTF_8)) {
            all.getFirst().send(each);
        }

        assertThat(all.getLast().readLine()).isEqualTo(all.getFirst().delivered(text));
    }

    @Test
    void linesMayArriveTogetherAndEndWithCarriageReturn() throws Exception {
        List<TestClient> all = chat.connect(2);

        all.getFirst().send("one\ntwo\r\n\nthree\n".getBytes(UTF_8));

        assertThat(all.getLast().readLines(4))
                .containsExactly(
                        all.getFirst().delivered("one"),
                        all.getFirst().delivered("two"),
                        all.getFirst().delivered(""),
                        all.getFirst().delivered("three"));
    }

    @Test
    void deliversLongestLineWithAnyLineEnd() throws Exception {
        List<TestClient> all = chat.connect(2);
        String line = "z".repeat(ChatServer.LONGEST_LINE);

        all.getFirst().send((line + "\n" + line + "\r\n" + line + "z\r\n" + line).getBytes(UTF_8));
        all.getFirst().stopSending();

        assertThat(all.getLast().readLines(3)).containsOnly(all.getFirst().delivered(line));
    }

    @Test
    void skipsLineOfMegabyteAndNotifiesSender() throws Exception {
        List<TestClient> all = chat.connect(2);

        all.getFirst().send("y".repeat(1_000_000).getBytes(UTF_8));
        all.getFirst().sendLine("");
        all.getFirst().sendLine("sorry");

        assertThat(all.getFirst().readLine()).isEqualTo("* Your line is longer than 65536 bytes. It was not sent.");
        assertThat(all.getLast().readLine()).isEqualTo(all.getFirst().delivered("sorry"));
        Chat.assertNoOtherLineWasReceived(all);
    }
}
