package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HostTest {

    static List<ChatServer> versions() {
        return List.of(
                new Sequential(),
                new AsInTheArticle(),
                new WithThreadPool(),
                new WithEventLoop(),
                new WithVirtualThreads(),
                new WithNetty());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void aTakenPortIsToldWithTheCommandThatFindsWhoListens(ChatServer server) throws IOException {
        try (var other = new ServerSocket(0)) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> Host.run(server, "--port", "" + port))
                    .isInstanceOf(BadArgument.class)
                    .message()
                    .hasLineCount(3)
                    .startsWith("Port " + port + " is taken, perhaps by a chat server in another terminal.\n")
                    .containsAnyOf("ss -ltnp 'sport = :" + port + "'", "lsof -nP -iTCP:" + port, "netstat -ano")
                    .endsWith("./lesson chat-server -- --port " + (port == 65_535 ? 65_534 : port + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anAddressOfAnotherMachineIsRefused(ChatServer server) {
        assertThatThrownBy(() -> Host.run(server, "--host", "192.0.2.1", "--port", "0"))
                .isInstanceOf(BadArgument.class)
                .hasMessageStartingWith("Cannot listen on 192.0.2.1:0: ");
    }

    @Test
    void withoutAWordItIsTheArticlesAddressWhichNobodyElseReaches() {
        InetSocketAddress address = Arguments.of().address();

        assertThat(address).isEqualTo(new InetSocketAddress("127.0.0.1", 8888));
        assertThat(address.getAddress().isLoopbackAddress()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--port 70000|'70000' is no port.",
                "--port|'' is no port.",
                "--port x|'x' is no port.",
                "--host|'' is no address that is known here.",
                "--loud|'--loud' means nothing to the chat."
            })
    void aMistakeIsNamed(String typed, String message) {
        assertThatThrownBy(() -> Arguments.of(typed.split(" ")))
                .isInstanceOf(BadArgument.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void anAddressThatOthersReachIsWarnedOf() throws Exception {
        assertThat(printedBy("--host", "0.0.0.0", "--port", "0")).startsWith("WARNING: on 0.0.0.0:0 everybody");
    }

    /** Whoever types what is shown reaches that server: not another one at the usual address. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "127.0.0.1|8888|none|nc 127.0.0.1 8888",
                "127.0.0.1|8889| -- --port 8889|nc 127.0.0.1 8889",
                "127.0.0.2|8888| -- --host 127.0.0.2|nc 127.0.0.2 8888",
                "0.0.0.0|8889| -- --port 8889|nc 127.0.0.1 8889",
                "192.0.2.1|8889| -- --host 192.0.2.1 --port 8889|nc 192.0.2.1 8889"
            })
    void theClientsCommandLeadsToThatServer(String host, int port, String typed, String netcat) throws Exception {
        assertThat(printedBy("--host", host, "--port", "" + port))
                .contains("./lesson chat-server --client" + (typed == null ? "" : " " + typed) + "   or   " + netcat
                        + "\n");
    }

    @Test
    void theUsualAddressIsNot() throws Exception {
        assertThat(printedBy("--port", "0"))
                .startsWith("Serving on 127.0.0.1:")
                .contains("./lesson chat-server --client", "nc 127.0.0.1")
                .endsWith("Closed.\n");
    }

    /** The system may call them [::]. */
    @Test
    void allAddressesOfTheMachineAreShownAsTheyAreTyped() throws Exception {
        var all = new InetSocketAddress(InetAddress.ofLiteral("::"), 8889);

        assertThat(printedBy((address, listening) -> endAtOnce(listening, all), "--host", "0.0.0.0"))
                .contains("Serving on 0.0.0.0:8889 until", "nc 127.0.0.1 8889");
    }

    /** The teacher puts this on the board: an address of this machine, and none that leads each student to its own. */
    @Test
    void whoServesTheRoomIsToldWhatTheOthersType() throws Exception {
        Optional<String> elsewhere = printedBy("--host", "0.0.0.0", "--port", "8889")
                .lines()
                .filter(line -> line.startsWith("On other machines: "))
                .findFirst();
        assumeThat(elsewhere).as("a machine with a network").isPresent();

        Matcher shown = Pattern.compile(".*--client -- --host (\\S+) --port 8889   or   nc (\\S+) 8889")
                .matcher(elsewhere.get());
        assertThat(shown.matches()).isTrue();
        InetAddress address = InetAddress.ofLiteral(shown.group(1));
        assertThat(address.isLoopbackAddress()).isFalse();
        assertThat(NetworkInterface.getByInetAddress(address)).isNotNull();
        assertThat(shown.group(2)).isEqualTo(shown.group(1));
    }

    /** Of a server that is ended as soon as it listens. */
    private static String printedBy(String... arguments) throws Exception {
        return printedBy((address, listening) -> endAtOnce(listening, address), arguments);
    }

    private static void endAtOnce(Consumer<InetSocketAddress> listening, InetSocketAddress address)
            throws InterruptedException {
        listening.accept(address);
        throw new InterruptedException();
    }

    private static String printedBy(ChatServer server, String... arguments) throws Exception {
        var printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            Host.run(server, arguments);
        } finally {
            System.setOut(out);
        }
        assertThat(Thread.interrupted()).isTrue();
        return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void theClientSendsWhatIsTypedAndShowsWhatComes() throws Exception {
        var server = new Running(new WithVirtualThreads());
        var other = new Talker(server.address());
        var shown = new ByteArrayOutputStream();

        Client.talk(
                server.address(),
                new ByteArrayInputStream("Gr\u00fc\u00dfe\n".getBytes(UTF_8)),
                UTF_8,
                new PrintStream(shown, true, UTF_8));

        assertThat(other.hear()).endsWith(": Gr\u00fc\u00dfe");
        assertThat(shown.toString(UTF_8))
                .contains("Connected to " + Wire.name(server.address()) + " as 127.0.0.1:")
                .endsWith("The connection is closed." + System.lineSeparator());
        server.end();
        other.close();
    }

    /** The block with nc: what is typed, what another client answers, and the end. */
    @Test
    void theConversationOnThePageIsWhatIsHeard() throws Exception {
        String page = Files.readString(Path.of("README.md"));
        List<String> shown = page.substring(page.indexOf("$ nc 127.0.0.1 8888"))
                .lines()
                .skip(1)
                .limit(3)
                .toList();
        var server = new Running(new WithEventLoop());
        List<Talker> all = Talker.arrive(server.address(), 2);
        Talker here = all.getFirst();
        Talker other = all.getLast();
        String answer = shown.get(1)
                .replace("127.0.0.1:50002", other.name())
                .replace("50001", here.name().substring(10));

        here.say(shown.getFirst());
        assertThat(other.hear()).isEqualTo(here.says(shown.getFirst()));
        other.say(answer.substring(other.says("").length()));

        assertThat(here.hear()).isEqualTo(answer);
        server.end();
        assertThat(here.hear()).isEqualTo(shown.get(2));
        here.close();
        other.close();
    }

    @Test
    void whatOthersSayCannotMoveTheCursor() throws Exception {
        var server = new Running(new WithVirtualThreads());
        List<Talker> all = Talker.arrive(server.address(), 1);
        var typing = new PipedOutputStream();
        var typed = new PipedInputStream(typing);
        var screen = new PipedInputStream();
        var shown = new PrintStream(new PipedOutputStream(screen), true, UTF_8);
        var lines = new BufferedReader(new InputStreamReader(screen, UTF_8));
        var client = new FutureTask<>(() -> {
            Client.talk(server.address(), typed, UTF_8, shown);
            return true;
        });
        Thread.startVirtualThread(client);
        typing.write("hello\n".getBytes(UTF_8));
        typing.flush();
        assertThat(all.getFirst().hear()).endsWith(": hello");

        all.getFirst().say("\u001b[2J\u0007boo");

        assertThat(lines.readLine()).startsWith("Connected to ");
        assertThat(lines.readLine()).isEqualTo(all.getFirst().says("?[2J?boo"));
        server.end();
        assertThat(lines.readLine()).isEqualTo("* The server is closing. Goodbye!");
        assertThat(client.get()).isTrue();
        all.getFirst().close();
    }

    @Test
    void aClientWithoutAServerIsToldHowToStartOne() throws IOException {
        var closed = new ServerSocket(0);
        closed.close();
        var address = new InetSocketAddress("127.0.0.1", closed.getLocalPort());

        assertThatThrownBy(() -> Client.talk(address, System.in, UTF_8, System.out))
                .isInstanceOf(BadArgument.class)
                .hasMessage("Nobody listens on " + Wire.name(address)
                        + ".\nStart the server in another terminal: ./lesson chat-server -- --port "
                        + address.getPort());
    }

    @Test
    void aClientIsToldThatItsServerHasGoneWithoutAWord() throws Exception {
        var shown = new ByteArrayOutputStream();
        try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                var typing = new PipedOutputStream();
                var typed = new PipedInputStream(typing)) {
            var address = (InetSocketAddress) server.getLocalSocketAddress();
            var client = new FutureTask<>(() -> {
                Client.talk(address, typed, UTF_8, new PrintStream(shown, true, UTF_8));
                return true;
            });
            Thread.startVirtualThread(client);
            try (var connection = server.accept()) {
                typing.write('\n');
                typing.flush();
                assertThat(connection.getInputStream().read()).isEqualTo('\n');
                connection.setSoLinger(true, 0); // a reset, as when the server's process is killed
            }
            assertThat(client.get()).isTrue();
        }

        assertThat(shown.toString(UTF_8))
                .endsWith("The connection is broken: the server has gone without a word." + System.lineSeparator());
    }
}
