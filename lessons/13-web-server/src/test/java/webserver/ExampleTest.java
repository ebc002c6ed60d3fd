package webserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of the versions, which the lesson's page shows, except for the times. */
@Timeout(300)
class ExampleTest {
    private interface Main {
        void run(String... words) throws Exception;
    }

    private static final List<Main> VERSIONS = List.of(
            Sequential::main,
            WithThreadPool::main,
            WithEventLoop::main,
            WithVirtualThreads::main,
            WithVertx::main,
            WithJetty::main);

    @Test
    void eachVersionAnswersSixVisitorsAndPageShowsTheirLines() throws Exception {
        List<String> lines = Stream.concat(
                        IntStream.rangeClosed(1, 6)
                                .boxed()
                                .flatMap(visitor -> Stream.of(
                                        "Visitor " + visitor + " asks", "Visitor " + visitor + ": 12 loaves are left")),
                        Stream.of("6 of 6 visitors have an answer"))
                .toList();

        for (Main version : VERSIONS) {
            assertThat(printedBy(version, "visitors")).containsExactlyInAnyOrderElementsOf(lines);
        }
        assertThat(shownOnPage()).isNotEmpty().isSubsetOf(lines);
    }

    @Tag("slow")
    @Test
    void visitorsWhoHesitateAreAnsweredToo() throws Exception {
        assertThat(printedBy(WithEventLoop::main, "half")).hasSize(13).endsWith("6 of 6 visitors have an answer");
        assertThat(printedBy(WithThreadPool::main, "half")).hasSize(13).endsWith("6 of 6 visitors have an answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "many", "--port 65536", "--port x", "--port"})
    void rejectsUnknownArguments(String words) {
        assertThatThrownBy(() -> WithEventLoop.main(words.split(" ")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a number from ")
                .hasMessageContaining("--port 8081");
    }

    @Test
    void servesUntilInterrupted() throws Exception {
        for (Main version : VERSIONS) {
            int port = freePort();
            Thread serving = Thread.ofPlatform().start(() -> {
                try {
                    version.run("--port", "" + port);
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            TestClient client = TestClient.connectWhenListening(port);

            assertThat(client.send(TestClient.get("/")).receive().body()).contains("<h1>Bakery</h1>");
            serving.interrupt(); // as Ctrl-C does
            serving.join();
            assertThat(client.receiveToTheEnd()).isEmpty();
            client.close();
        }
    }

    @Test
    void explainsPortInUse() throws Exception {
        try (var other = new ServerSocket()) {
            other.bind(WebServer.address(0));
            int port = other.getLocalPort();

            for (Main version : VERSIONS) {
                assertThatThrownBy(() -> version.run("--port", "" + port))
                        .hasMessageStartingWith("Cannot listen on port " + port)
                        .hasMessageContaining("Choose another port: --port ");
            }
        }
    }

    /** The lines that all threads print, including those of the server. */
    private static List<String> printedBy(Main version, String... words) throws Exception {
        PrintStream out = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, UTF_8));
        try {
            version.run(words);
        } finally {
            System.setOut(out);
        }
        return printed.toString(UTF_8).lines().toList();
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket()) {
            socket.bind(WebServer.address(0));
            return socket.getLocalPort();
        }
    }

    /** The lines of the first run on the page that start with a time, without the time. */
    private static List<String> shownOnPage() throws Exception {
        String page = Files.readString(Path.of("README.md"));
        int start = page.indexOf("$ ./lesson web-server --only all -- visitors");
        return page.substring(start, page.indexOf("```", start))
                .lines()
                .filter(line -> line.matches(" +\\d+\\.\\d s  .*"))
                .map(line -> line.replaceFirst(" +\\d+\\.\\d s  ", ""))
                .toList();
    }
}
