package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a connection: the client ends its input, disconnects or resets, or the server ends. */
@ParameterizedClass
@MethodSource("chatserver.Chat#versions")
class DisconnectTest {
    @AutoClose("end")
    private final Chat chat;

    DisconnectTest(Supplier<ChatServer> version) {
        chat = new Chat(version.get());
    }

    @Test
    void deliversLastLineWithoutLineEnd() throws Exception {
        List<TestClient> all = chat.connect(2);

        all.getFirst().send("bye".getBytes(UTF_8));
        all.getFirst().stopSending();

        assertThat(all.getLast().readLine()).isEqualTo(all.getFirst().delivered("bye"));
        assertThat(all.getFirst().readLine()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void halfClosedClientIsNotifiedOfLongLine(String lineEnd) throws Exception {
        List<TestClient> all = chat.connect(1);

        for (int round = 0; round < 10; round++) {
            TestClient leaving = chat.join(all.getFirst());
            leaving.send(("x".repeat(70_000) + lineEnd).getBytes(UTF_8));
            leaving.stopSending();

            assertThat(leaving.readLine()).isEqualTo("* Your line is longer than 65536 bytes. It was not sent.");
            assertThat(leaving.readLine()).isNull();
        }
    }

    @Test
    void resetConnectionDoesNotAffectOtherClients() throws Exception {
        List<TestClient> all = chat.connect(3);

        for (int round = 0; round < 20; round++) {
            TestClient leaving = chat.join(all.getFirst());
            all.getFirst().sendLine("before " + round);
            leaving.send("half a li".getBytes(UTF_8));
            leaving.reset();
            all.getFirst().sendLine("after " + round);

            var received = new ArrayList<String>();
            while (!received.contains(all.getFirst().delivered("after " + round))) {
                received.add(all.get(1).readLine());
            }
            assertThat(received)
                    .filteredOn(line -> !line.endsWith(": half a li"))
                    .containsExactly(
                            all.getFirst().delivered("before " + round),
                            all.getFirst().delivered("after " + round));
        }
    }

    @Test
    void deliversAllLinesOfClientThatDisconnects() throws Exception {
        List<TestClient> all = chat.connect(2);
        TestClient leaving = chat.join(all.getFirst());
        String text = "x".repeat(5_000);

        // half a megabyte: the client leaves before the server has read it
        for (int number = 0; number < 100; number++) {
            leaving.sendLine(number + text);
        }
        leaving.close();

        for (TestClient receiver : all) {
            assertThat(receiver.readLines(100))
                    .isEqualTo(IntStream.range(0, 100)
                            .mapToObj(number -> leaving.delivered(number + text))
                            .toList());
        }
        Chat.assertNoOtherLineWasReceived(all);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a reset may discard bytes that have arrived and are not read yet")
    void deliversAllLinesThatArrivedBeforeReset() throws Exception {
        List<TestClient> all = chat.connect(2);
        TestClient leaving = chat.join(all.getFirst());

        for (int number = 0; number < 20; number++) {
            leaving.sendLine("line " + number);
        }
        leaving.reset();

        for (TestClient receiver : all) {
            assertThat(receiver.readLines(20))
                    .isEqualTo(IntStream.range(0, 20)
                            .mapToObj(number -> leaving.delivered("line " + number))
                            .toList());
        }
        Chat.assertNoOtherLineWasReceived(all);
    }

    /**
     * The first lines use up the tokens of the client, so the server has not read the last lines when a write fails.
     */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "a reset may discard bytes that have arrived and are not read yet")
    void deliversAllLinesThatArrivedBeforeResetWhileOthersSend() throws Exception {
        List<TestClient> all = chat.connect(2);
        String line = "x".repeat(10_000);
        for (int round = 0; round < 5; round++) {
            TestClient leaving = chat.join(all.getFirst());
            for (int number = 0; number < 30; number++) {
                leaving.sendLine(line);
            }
            assertThat(all.getFirst().readLines(30)).containsOnly(leaving.delivered(line));
            assertThat(all.getLast().readLines(30)).containsOnly(leaving.delivered(line));

            leaving.send((line + "\n").repeat(4).getBytes(UTF_8));
            leaving.reset();
            all.getFirst().sendLine("to all");
            all.getFirst().sendLine("to all");

            String toAll = all.getFirst().delivered("to all");
            assertThat(all.getFirst().readLines(4)).containsOnly(leaving.delivered(line));
            assertThat(all.getLast().readLines(6))
                    .containsOnly(toAll, leaving.delivered(line))
                    .filteredOn(toAll::equals)
                    .hasSize(2);
        }
    }

    @Test
    void serverThatEndsNotifiesAllClients() throws Exception {
        List<TestClient> all = chat.connect(3);
        chat.joinWithoutReading(all.getFirst());
        all.getFirst().sendLine("last words");

        assertThat(all.get(1).readLine()).isEqualTo(all.getFirst().delivered("last words"));
        assertThat(chat.endServer()).isInstanceOf(InterruptedException.class);

        assertThat(all.get(1).readLine()).isEqualTo("* The server is closing. Goodbye!");
        assertThat(all.get(1).readLine()).isNull();
        assertThat(all.getFirst().readLine()).isEqualTo("* The server is closing. Goodbye!");
        assertThat(all.getFirst().readLine()).isNull();
    }

    @Test
    void serverEndsEvenIfClientDoesNotRead() throws Exception {
        List<TestClient> all = chat.connect(1);
        TestClient nonReader = chat.joinWithoutReading(all.getFirst());
        for (int number = 0; number < 80; number++) {
            all.getFirst().sendLine("x".repeat(10_000));
        }
        all.getFirst().stopSending();
        assertThat(all.getFirst().readLine()).isNull(); // the server has read all lines

        assertThat(chat.endServer()).isInstanceOf(InterruptedException.class);

        assertThat(nonReader.readToEnd()).isPositive();
    }
}
