package benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A peer that loses something, or takes it out of turn, is not timed: its benchmark fails. */
class FaultyPeersTest {
    /** Waits for the test to say what becomes of a callback. */
    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();

    private final Rota rota = new Rota(3, 4);

    @Test
    void tasksThatTakeTurnsPass() {
        rota.start(ready::add);
        while (!ready.isEmpty()) {
            ready.remove().run();
        }

        assertThatCode(rota::await).doesNotThrowAnyException();
    }

    @Test
    @InVirtualTime
    void aLostCallbackIsMissed() {
        rota.start(ready::add);
        ready.remove();
        while (!ready.isEmpty()) {
            ready.remove().run();
        }

        assertThatThrownBy(rota::await).isInstanceOf(AssertionError.class).hasMessageContaining("it was task 0's turn");
    }

    @Test
    @InVirtualTime
    void theLastCallbackIsMissedToo() {
        rota.start(ready::add);
        while (ready.size() > 1) {
            ready.remove().run();
        }

        assertThatThrownBy(rota::await)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("only 2 of 3 tasks have finished");
    }

    @Test
    void aTaskThatOvertakesIsSeen() {
        rota.start(ready::add);
        while (!ready.isEmpty()) {
            ready.removeLast().run();
        }

        assertThatThrownBy(rota::await)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("task 2 has finished when it was task 0's turn");
    }

    @Test
    void aCallbackThatIsRunTwiceIsSeen() {
        Executor twice = callback -> {
            ready.add(callback);
            ready.add(callback);
        };
        rota.start(twice);
        while (!ready.isEmpty()) {
            ready.remove().run();
        }

        assertThatThrownBy(rota::await).isInstanceOf(AssertionError.class);
    }

    @Test
    @InVirtualTime
    void aCallCounterMissesWhatIsLost() {
        var counter = new CallCounter(3);
        counter.run();
        counter.run();

        assertThatThrownBy(counter::await).isInstanceOf(AssertionError.class).hasMessageContaining("lost 1 callbacks");
    }

    @Test
    void anEchoThatDiffersIsSeen() throws IOException {
        try (var server = serverThatAnswers("not what was sent: not at all!!!");
                var client = new EchoClient(server.getLocalPort(), 1)) {
            assertThatThrownBy(() -> client.exchange(1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("differs");
        }
    }

    @Test
    void aServerThatHangsUpIsSeen() throws IOException {
        try (var server = serverThatAnswers("half an echo");
                var client = new EchoClient(server.getLocalPort(), 1)) {
            assertThatThrownBy(() -> client.exchange(1))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("closed a connection");
        }
    }

    /** Answers the first message of the first client, and hangs up. */
    private static ServerSocket serverThatAnswers(String answer) throws IOException {
        var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(() -> {
            try (Socket client = server.accept()) {
                client.getInputStream().readNBytes(32);
                client.getOutputStream().write(answer.getBytes(US_ASCII));
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
        return server;
    }
}
