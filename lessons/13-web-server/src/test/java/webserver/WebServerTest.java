package webserver;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static webserver.TestClient.get;
import static webserver.TestClient.post;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import webserver.TestClient.Received;

/** All versions follow the same rules, over real sockets. Where an existing server differs, the test shows how. */
@Timeout(300)
class WebServerTest {
    private static final int HEADER_SIZE = 30_000;
    /** Beyond the limit of the JDK's server, which is 380 KB. */
    private static final int HUGE_HEADER_SIZE = 500_000;

    private final List<TestClient> clients = new ArrayList<>();

    @AfterEach
    void disconnect() throws IOException {
        for (TestClient client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesPages(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ZERO))) {
            TestClient client = connect(server);
            Received hours = client.send(get("/hours")).receive();

            assertThat(hours.status()).isEqualTo(200);
            assertThat(hours.body()).isEqualTo("<p>We are open from 6 to 18.</p>\n");
            assertThat(hours.head()).containsIgnoringCase("content-type: text/html; charset=utf-8\r\n");
            assertThat(client.send(get("/?page=2")).receive().body()).contains("<h1>Bakery</h1>");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsConnectionAliveUntilClientEndsIt(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ofMillis(1)))) {
            TestClient client = connect(server);
            for (int request = 0; request < 10; request++) {
                assertThat(client.send(get("/stock")).receive().body()).isEqualTo("<p>12 loaves are left</p>\n");
            }
            client.send("GET /hours HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

            assertThat(client.receive().body()).contains("We are open");
            assertThat(client.receiveToTheEnd()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void passesBodyOfRequestToSite(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ZERO))) {
            TestClient client = connect(server);
            String body = "x".repeat(Site.LARGEST_BODY);

            assertThat(client.send(post("/echo", body.length()) + body)
                            .receive()
                            .body())
                    .isEqualTo(body);
            assertThat(client.send(post("/echo", 5) + "Hello").receive().body()).isEqualTo("Hello");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersPipelinedRequestsInOrder(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ofMillis(50)))) {
            TestClient client = connect(server);
            client.send(get("/stock") + get("/nowhere") + post("/echo", 5) + "Hello" + get("/stock") + get("/hours"));

            assertThat(List.of(
                            client.receive(), client.receive(), client.receive(), client.receive(), client.receive()))
                    .extracting(Received::body)
                    .satisfiesExactly(
                            stock -> assertThat(stock).contains("12 loaves"),
                            nowhere -> assertThat(nowhere).contains("404"),
                            echo -> assertThat(echo).isEqualTo("Hello"),
                            stock -> assertThat(stock).contains("12 loaves"),
                            hours -> assertThat(hours).contains("We are open"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void acceptsRequestByteByByte(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ZERO))) {
            TestClient client = connect(server);
            for (char letter : (post("/echo", 5) + "Hello").toCharArray()) {
                client.send(String.valueOf(letter));
            }

            assertThat(client.receive().body()).isEqualTo("Hello");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SEQUENTIAL", mode = Mode.EXCLUDE) // OccupiedThreadsTest covers that case
    void halfOfRequestDelaysNoOtherClientUnlessThereIsOneThread(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ZERO))) {
            TestClient half = connect(server);
            TestClient halfBody = connect(server);
            TestClient other = connect(server);
            half.send("GET /hours HT");
            halfBody.send(post("/echo", 5) + "Hel");

            assertThat(other.send(get("/hours")).receive().status()).isEqualTo(200);
            assertThat(half.send("TP/1.1\r\nHost: localhost\r\n\r\n").receive().body())
                    .contains("We are open");
            assertThat(halfBody.send("lo").receive().body()).isEqualTo("Hello");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SEQUENTIAL", mode = Mode.EXCLUDE)
    void clientThatReadsSlowlyDelaysNoOtherClientUnlessThereIsOneThread(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ZERO))) {
            TestClient slow = connect(server);
            TestClient other = connect(server);
            slow.send(get("/large"));

            assertThat(other.send(get("/hours")).receive().status()).isEqualTo(200);
            assertThat(slow.receive().body()).hasSize(TestSite.LARGE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void clientThatLeavesAffectsNoOtherClient(Versions version) throws Exception {
        var site = new TestSite(ofMillis(200));
        try (var server = version.start(site)) {
            for (String sent : List.of("", "GET /st", get("/stock"), post("/echo", 5) + "Hel")) {
                try (var leaving = new TestClient(server)) {
                    leaving.send(sent);
                }
            }
            try (var large = new TestClient(server)) {
                large.send(get("/large"));
            }
            try (var other = new TestClient(server)) {
                assertThat(other.send(get("/stock")).receive().status()).isEqualTo(200);
            }
            site.awaitAllCompleted();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectsBodyThatIsTooLarge(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ZERO))) {
            TestClient client = connect(server);
            client.send(post("/echo", Site.LARGEST_BODY + 1) + "x".repeat(Site.LARGEST_BODY + 1));

            assertThat(client.receive().status()).isEqualTo(413);
            assertServes(server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rejectsHeaderThatIsTooLongExceptForTheJdkServer(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ZERO))) {
            TestClient client = connect(server);
            client.send(withHeader(HEADER_SIZE));

            assertThat(client.receive().status()).isEqualTo(version.isJdkServer() ? 200 : 431);
            assertServes(server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverAnswersHugeHeader(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ZERO))) {
            TestClient client = connect(server);
            sendAsMuchAsPossible(client, withHeader(HUGE_HEADER_SIZE));

            assertThat(client.receiveToTheEnd()).doesNotContain("200");
            assertServes(server);
        }
    }

    private static String withHeader(int size) {
        return "GET /hours HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(size) + "\r\n\r\n";
    }

    private static void sendAsMuchAsPossible(TestClient client, String text) {
        try {
            client.send(text);
        } catch (IOException closed) {
            // the server has closed the connection before it has read everything
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersUnknownPathWith404(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ZERO))) {
            TestClient client = connect(server);
            assertThat(client.send(get("/nowhere")).receive().status()).isEqualTo(404);
            assertThat(client.send(get("/hours")).receive().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void exceptionOfPageIsAnswered500AndConnectionSurvives(Versions version) throws Exception {
        try (var server = version.start(new TestSite(ofMillis(1)))) {
            TestClient client = connect(server);
            assertThat(client.send(get("/cake")).receive()).satisfies(answer -> {
                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.body()).doesNotContain("recipe"); // the cause is for the server's log only
            });
            assertThat(client.send(get("/hours")).receive().status()).isEqualTo(200);
            assertServes(server);
        }
    }

    @ParameterizedTest
    @EnumSource
    void exceptionOfSiteIsAnswered500AndConnectionSurvives(Versions version) throws Exception {
        Site broken = (method, path, body) -> {
            throw new IllegalStateException("a bug");
        };
        try (var server = version.start(broken)) {
            TestClient client = connect(server);

            assertThat(client.send(get("/hours")).receive().status()).isEqualTo(500);
            assertThat(client.send(get("/hours")).receive().status()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void completesRequestsInProgressWhenItStops(Versions version) throws Exception {
        var site = new TestSite(ofMillis(300));
        RunningServer server = version.start(site);
        try (var idle = new TestClient(server);
                var waiting = new TestClient(server)) {
            idle.send(get("/hours")).receive();
            waiting.send(get("/stock"));
            site.awaitBegun(2);

            server.close();

            assertThat(waiting.receive().body()).contains("12 loaves");
            assertThat(waiting.receiveToTheEnd()).isEmpty();
            assertThat(idle.receiveToTheEnd()).isEmpty();
            assertThatThrownBy(() -> new TestClient(server)).isInstanceOf(ConnectException.class);
            version.start(site, server.port()).close(); // the port is free again
        }
    }

    @ParameterizedTest
    @EnumSource
    void failsIfPortIsInUse(Versions version) throws Exception {
        try (var other = new ServerSocket()) {
            other.bind(WebServer.address(0));

            assertThatThrownBy(() -> version.start(new TestSite(ZERO), other.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasStackTraceContaining("in use");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersAsManyRequestsAtTheSameTimeAsItCan(Versions version) throws Exception {
        int expected = switch (version) {
            case SEQUENTIAL -> 1;
            case THREAD_POOL -> Versions.POOL;
            default -> 2 * Versions.POOL;
        };

        assertThat(peak(version, 2 * Versions.POOL, expected)).isEqualTo(expected);
    }

    /** 200 is the default limit of Jetty's pool of virtual threads, and the usual size of a thread pool. */
    @ParameterizedTest
    @EnumSource(names = {"EVENT_LOOP", "VIRTUAL_THREADS", "VERTX", "JETTY"})
    void answersMoreThan200RequestsAtTheSameTime(Versions version) throws Exception {
        assertThat(peak(version, 250, 250)).isEqualTo(250);
    }

    /** The largest number of requests in progress. Tries longer waits on a busy machine. */
    private int peak(Versions version, int requests, int expected) throws Exception {
        int peak = 0;
        for (int millis = 250; peak < expected && millis < 30_000; millis *= 4) {
            peak = peak(version, requests, ofMillis(millis));
        }
        return peak;
    }

    private int peak(Versions version, int requests, Duration backEnd) throws Exception {
        var site = new TestSite(backEnd);
        try (var server = version.start(site)) {
            var visitors = new ArrayList<TestClient>();
            for (int number = 0; number < requests; number++) {
                visitors.add(connect(server).send(get("/stock")));
            }
            for (TestClient visitor : visitors) {
                assertThat(visitor.receive().status()).isEqualTo(200);
            }
        }
        return site.peak();
    }

    private void assertServes(RunningServer server) throws IOException {
        assertThat(connect(server).send(get("/hours")).receive().status()).isEqualTo(200);
    }

    /** A client that stays connected until the server has been closed. */
    private TestClient connect(RunningServer server) throws IOException {
        var client = new TestClient(server);
        clients.add(client);
        return client;
    }
}
