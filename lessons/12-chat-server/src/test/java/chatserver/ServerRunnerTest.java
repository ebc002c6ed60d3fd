package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

class ServerRunnerTest {

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
    void reportsPortInUseWithCommandToFindProgram(ChatServer server) throws IOException {
        try (var other = new ServerSocket(0)) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> ServerRunner.run(server, "--port", "" + port))
                    .isExactlyInstanceOf(IOException.class)
                    .message()
                    .hasLineCount(3)
                    .startsWith("Port " + port + " is in use, perhaps by a chat server in another terminal.\n")
                    .containsAnyOf("ss -ltnp 'sport = :" + port + "'", "lsof -nP -iTCP:" + port, "netstat -ano")
                    .endsWith("choose another port: --port " + (port == 65_535 ? 65_534 : port + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void rejectsAddressOfAnotherMachine(ChatServer server) {
        assertThatThrownBy(() -> ServerRunner.run(server, "--host", "192.0.2.1", "--port", "0"))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot listen on 192.0.2.1:0: ");
    }

    @Test
    void defaultAddressIsThatOfArticle() {
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
                "--host|'' is not a known address.",
                "--loud|'--loud' is not an argument of the chat."
            })
    void rejectsWrongArgument(String typed, String message) {
        assertThatThrownBy(() -> Arguments.of(typed.split(" ")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void warnsAboutAddressThatOtherMachinesCanReach() throws Exception {
        assertThat(printedBy("--host", "0.0.0.0", "--port", "0"))
                .startsWith("WARNING: anyone who can reach 0.0.0.0:0 ");
    }

    /** The commands contain the port and the host, unless they are the default. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "127.0.0.1|8888|none|nc 127.0.0.1 8888",
                "127.0.0.1|8889|--port 8889|nc 127.0.0.1 8889",
                "127.0.0.2|8888|--host 127.0.0.2|nc 127.0.0.2 8888",
                "0.0.0.0|8889|--port 8889|nc 127.0.0.1 8889",
                "192.0.2.1|8889|--host 192.0.2.1 --port 8889|nc 192.0.2.1 8889"
            })
    void showsCommandsThatReachThisServer(String host, int port, String arguments, String netcat) throws Exception {
        assertThat(printedBy("--host", host, "--port", "" + port))
                .contains("  " + netcat + "   or this lesson's client" + (arguments == null ? "" : " with " + arguments)
                        + "\n");
    }

    @Test
    void doesNotWarnAboutDefaultAddress() throws Exception {
        assertThat(printedBy("--port", "0"))
                .startsWith("Serving on 127.0.0.1:")
                .contains("nc 127.0.0.1", "this lesson's client")
                .endsWith("Closed.\n");
    }

    /** The system may report the wildcard address as [::]. */
    @Test
    void showsWildcardAddressAsTyped() throws Exception {
        var all = new InetSocketAddress(InetAddress.ofLiteral("::"), 8889);

        assertThat(printedBy((address, listening) -> endAtOnce(listening, all), "--host", "0.0.0.0"))
                .contains("Serving on 0.0.0.0:8889 until", "nc 127.0.0.1 8889");
    }

    /** For a teacher's blackboard: an address of this machine that is not a loopback address. */
    @Test
    void showsCommandsForOtherMachines() throws Exception {
        Optional<String> elsewhere = printedBy("--host", "0.0.0.0", "--port", "8889")
                .lines()
                .filter(line -> line.startsWith("On other machines: "))
                .findFirst();
        assumeTrue(elsewhere.isPresent(), "needs a machine with a network");

        Matcher shown = Pattern.compile(".*: nc (\\S+) 8889   or this lesson's client with --host (\\S+) --port 8889")
                .matcher(elsewhere.get());
        assertThat(shown.matches()).isTrue();
        InetAddress address = InetAddress.ofLiteral(shown.group(2));
        assertThat(address.isLoopbackAddress()).isFalse();
        assertThat(NetworkInterface.getByInetAddress(address)).isNotNull();
        assertThat(shown.group(1)).isEqualTo(shown.group(2));
    }

    /** The output of a server that is interrupted as soon as it listens. */
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
            ServerRunner.run(server, arguments);
        } finally {
            System.setOut(out);
        }
        assertThat(Thread.interrupted()).isTrue();
        return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void clientSendsTypedLinesAndPrintsReceivedLines() throws Exception {
        var server = new RunningServer(new WithVirtualThreads());
        var other = new TestClient(server.address());
        var shown = new ByteArrayOutputStream();

        Client.talk(
                server.address(),
                new ByteArrayInputStream("Gr\u00fc\u00dfe\n".getBytes(UTF_8)),
                UTF_8,
                new PrintStream(shown, true, UTF_8));

        assertThat(other.readLine()).endsWith(": Gr\u00fc\u00dfe");
        assertThat(shown.toString(UTF_8))
                .contains("Connected to " + Protocol.name(server.address()) + " as 127.0.0.1:")
                .endsWith("The connection is closed." + System.lineSeparator());
        server.end();
        other.close();
    }

    /** The block with nc in README.md: a typed line, a line of another client, and the end. */
    @Test
    void conversationInReadmeCanBeRepeated() throws Exception {
        String page = Files.readString(Path.of("README.md"));
        List<String> shown = page.substring(page.indexOf("$ nc 127.0.0.1 8888"))
                .lines()
                .skip(1)
                .limit(3)
                .toList();
        var server = new RunningServer(new WithEventLoop());
        List<TestClient> all = TestClient.connect(server.address(), 2);
        TestClient here = all.getFirst();
        TestClient other = all.getLast();
        String answer = shown.get(1)
                .replace("127.0.0.1:50002", other.name())
                .replace("50001", here.name().substring(10));

        here.sendLine(shown.getFirst());
        assertThat(other.readLine()).isEqualTo(here.delivered(shown.getFirst()));
        other.sendLine(answer.substring(other.delivered("").length()));

        assertThat(here.readLine()).isEqualTo(answer);
        server.end();
        assertThat(here.readLine()).isEqualTo(shown.get(2));
        here.close();
        other.close();
    }

    @Test
    void clientReplacesControlCharacters() throws Exception {
        var server = new RunningServer(new WithVirtualThreads());
        List<TestClient> all = TestClient.connect(server.address(), 1);
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
        assertThat(all.getFirst().readLine()).endsWith(": hello");

        all.getFirst().sendLine("\u001b[2J\u0007boo");
        all.getFirst().sendLine("mine\r* The server is closing. Goodbye!\r");
        all.getFirst().sendLine("\u009b2J\u202eevil");

        assertThat(lines.readLine()).startsWith("Connected to ");
        assertThat(lines.readLine()).isEqualTo(all.getFirst().delivered("?[2J?boo"));
        assertThat(lines.readLine()).isEqualTo(all.getFirst().delivered("mine?* The server is closing. Goodbye!"));
        assertThat(lines.readLine()).isEqualTo(all.getFirst().delivered("?2J?evil"));
        server.end();
        assertThat(lines.readLine()).isEqualTo("* The server is closing. Goodbye!");
        assertThat(client.get()).isTrue();
        all.getFirst().close();
    }

    @Test
    void clientWithoutServerExplainsHowToStartOne() throws IOException {
        var closed = new ServerSocket(0);
        closed.close();
        var address = new InetSocketAddress("127.0.0.1", closed.getLocalPort());

        assertThatThrownBy(() -> Client.talk(address, System.in, UTF_8, System.out))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("No server listens on " + Protocol.name(address)
                        + ".\nStart this lesson's server in another terminal, with --port " + address.getPort());
    }

    @Test
    void clientReportsBrokenConnection() throws Exception {
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
                .endsWith("The connection is broken: the server closed it without a goodbye." + System.lineSeparator());
    }
}
