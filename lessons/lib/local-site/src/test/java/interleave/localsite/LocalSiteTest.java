package interleave.localsite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The site over real sockets, with clients of the JDK. */
@Timeout(120)
class LocalSiteTest {
    private static final String USER = "{\"id\": 1, \"name\": \"Zo\u00eb\"}";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void servesPageWithTypeInUtf8() throws Exception {
        try (var site =
                LocalSite.start(pages -> pages.json("/users/1", USER, ZERO).html("/", "<h1>\u00fc</h1>", ZERO))) {
            assertThat(get(site.uri("/users/1"))).satisfies(answer -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).isEqualTo(USER);
                assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
            });
            assertThat(get(site.uri("/?page=2"))).satisfies(answer -> {
                assertThat(answer.body()).isEqualTo("<h1>\u00fc</h1>");
                assertThat(answer.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
            });
        }
    }

    @Test
    void responseIsNeverEarlierThanItsLatency() throws Exception {
        try (var site = LocalSite.start(pages -> pages.json("/slow", USER, ofMillis(500)))) {
            long begin = System.nanoTime();
            get(site.uri("/slow"));

            assertThat(System.nanoTime() - begin)
                    .isGreaterThanOrEqualTo(ofMillis(500).toNanos());
            assertThat(site.traffic().late()).isPositive();
        }
    }

    @Test
    void siteThreadIsOutsideTheThreadGroupOfTheProgram() throws Exception {
        var program = new ThreadGroup("program");
        var left = new CompletableFuture<Integer>();
        Thread opens = new Thread(program, () -> {
            try (var site = LocalSite.start(pages -> pages.json("/users/1", USER, ZERO))) {
                client.send(HttpRequest.newBuilder(site.uri("/users/1")).build(), BodyHandlers.ofString());
                left.complete(program.activeCount());
            } catch (IOException | InterruptedException failed) {
                left.completeExceptionally(failed);
            }
        });
        opens.start();

        assertThat(left.get())
                .as("threads in the group, including the one that starts the site")
                .isEqualTo(1);
    }

    /** Ctrl-C during the start of a lesson interrupts all threads of the lesson. */
    @Test
    void startsDespiteInterruptAndKeepsInterruptStatus() throws Exception {
        var program = new ThreadGroup("interrupted program");
        var interrupted = new CompletableFuture<Boolean>();
        new Thread(program, () -> {
                    try (var site = LocalSite.start(pages -> {})) {
                        interrupted.complete(site.uri("/").getPort() > 0 && Thread.interrupted());
                    } catch (RuntimeException failed) {
                        interrupted.completeExceptionally(failed);
                    }
                })
                .start();
        while (!interrupted.isDone()) {
            program.interrupt();
        }

        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void servesErrorStatuses() throws Exception {
        try (var site =
                LocalSite.start(pages -> pages.status("/broken", 500, ZERO).status("/busy", 429, ZERO))) {
            assertThat(get(site.uri("/broken")).statusCode()).isEqualTo(500);
            assertThat(get(site.uri("/busy")).body()).isEqualTo("429 Too Many Requests\n");
            assertThat(get(site.uri("/nowhere")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void recoversAfterItsFailures() throws Exception {
        try (var site = LocalSite.start(pages -> pages.recovers("/flaky", 2, USER, ZERO))) {
            assertThat(get(site.uri("/flaky")).statusCode()).isEqualTo(503);
            assertThat(get(site.uri("/flaky")).statusCode()).isEqualTo(503);
            assertThat(get(site.uri("/flaky")).statusCode()).isEqualTo(200);
            assertThat(get(site.uri("/flaky")).body()).isEqualTo(USER);
        }
    }

    @Test
    void computesDocumentForEachRequest() throws Exception {
        var made = new AtomicInteger();
        try (var site = LocalSite.start(pages -> pages.json("/count", () -> "" + made.incrementAndGet(), ZERO))) {
            assertThat(List.of(
                            get(site.uri("/count")).body(),
                            get(site.uri("/count")).body()))
                    .containsExactly("1", "2");
        }
    }

    @Test
    void servesThePagesAndFaultsOfItsReadme() throws Exception {
        try (var site = LocalSite.start(pages -> pages.json("/users/1", USER, ofMillis(500))
                .status("/broken", 500, ZERO)
                .hangs("/hang")
                .atMost(5))) {
            HttpResponse<String> user = get(site.uri("/users/1"));
            HttpResponse<String> broken = get(site.uri("/broken"));

            assertThat(user.body()).isEqualTo(USER);
            assertThat(broken.statusCode()).isEqualTo(500);
        }
    }

    @Test
    void closesConnectionAndReportsExceptionOfPage() throws Exception {
        var reported = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(reported, true, UTF_8));
        try (var site = LocalSite.start(pages -> pages.json("/bug", LocalSiteTest::bug, ZERO));
                var visitor = new Client(site.uri("/"))) {
            assertThat(visitor.send(Client.get("/bug")).readToTheEnd()).isEmpty();
            await().atMost(ofMinutes(1)).until(() -> site.traffic().atOnce() == 0);
            await().atMost(ofMinutes(1)).until(() -> reported.toString(UTF_8).contains("a bug in a page"));
        } finally {
            System.setErr(err);
        }
    }

    private static String bug() {
        throw new IllegalStateException("a bug in a page");
    }

    @Test
    void keepsConnectionForTheNextRequest() throws Exception {
        try (var site = LocalSite.start(pages -> pages.json("/users/1", USER, ZERO))) {
            for (int i = 0; i < 5; i++) {
                get(site.uri("/users/1"));
            }

            assertThat(site.traffic().connections()).isEqualTo(1);
            assertThat(site.traffic().answered()).isEqualTo(5);
        }
    }

    @Test
    void refusedUriRefusesConnections() {
        try (var site = LocalSite.start(pages -> {})) {
            assertThatThrownBy(() -> get(site.refusedUri("/"))).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void resetsConnectionInTheMiddleOfPage() throws Exception {
        try (var site = LocalSite.start(pages -> pages.resets("/reset", ZERO).json("/users/1", USER, ZERO));
                var visitor = new Client(site.uri("/"))) {
            visitor.send(Client.get("/reset") + Client.get("/users/1"));

            assertThat(visitor.readTo("To be continued")).startsWith("HTTP/1.1 200 OK");
            assertThatThrownBy(visitor::readToTheEnd)
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
            assertThatThrownBy(() -> get(site.uri("/reset"))).isInstanceOf(IOException.class);
            assertThat(get(site.uri("/users/1")).body()).isEqualTo(USER);
            assertThat(site.traffic())
                    .extracting(Traffic::connections, Traffic::answered, Traffic::atOnce)
                    .containsExactly(3L, 3L, 0);
        }
    }

    @Test
    void endlessBodyContinuesUntilClientDisconnects() throws Exception {
        try (var site = LocalSite.start(pages -> pages.neverEnds("/endless", ofMillis(1)))) {
            HttpResponse<InputStream> answer = client.send(request(site.uri("/endless")), BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                assertThat(new String(body.readNBytes(10_000))).hasSize(10_000).startsWith("forever and forever");
            }

            await().atMost(ofMinutes(1)).until(() -> site.traffic().atOnce() == 0);
        }
    }

    @Test
    void endlessBodyWaitsForSlowClient() throws Exception {
        try (var site = LocalSite.start(
                        pages -> pages.neverEnds("/endless", ZERO).json("/users/1", USER, ZERO));
                var visitor = new Client(site.uri("/"))) {
            visitor.send(Client.get("/endless")).readTo("and");

            assertThat(get(site.uri("/users/1")).body()).isEqualTo(USER);
        }
    }

    @Test
    void hangingPageDoesNotAffectOthers() throws Exception {
        try (var site = LocalSite.start(pages -> pages.hangs("/hang").json("/users/1", USER, ZERO))) {
            CompletableFuture<HttpResponse<String>> never =
                    client.sendAsync(request(site.uri("/hang")), BodyHandlers.ofString());
            await().atMost(ofMinutes(1)).until(() -> site.traffic().atOnce() == 1);

            assertThat(get(site.uri("/users/1")).body()).isEqualTo(USER);
            assertThat(site.traffic().answered()).isEqualTo(1);
            never.cancel(true);
            await().atMost(ofMinutes(1)).until(() -> site.traffic().atOnce() == 0);
        }
    }

    @Test
    void peakIsLargestNumberOfRequestsAtOnce() throws Exception {
        try (var site = LocalSite.start(pages -> pages.json("/slow", USER, ofMillis(20)))) {
            assertThat(getAtOnce(site.uri("/slow"), 60, 5)).containsOnly(200);
            assertThat(site.traffic().peak()).isEqualTo(5);
            assertThat(site.traffic().atOnce()).isZero();
            assertThat(site.traffic().answered()).isEqualTo(60);
        }
    }

    @Test
    void peakCountsWaitingRequests() throws Exception {
        try (var site = LocalSite.start(pages -> pages.hangs("/hang"))) {
            var visitors = new ArrayList<Client>();
            for (int i = 0; i < 37; i++) {
                visitors.add(new Client(site.uri("/")).send(Client.get("/hang")));
            }
            await().atMost(ofMinutes(1)).until(() -> site.traffic().atOnce() == 37);
            for (Client visitor : visitors) {
                visitor.close();
            }
            await().atMost(ofMinutes(1)).until(() -> site.traffic().atOnce() == 0);

            assertThat(site.traffic().peak()).isEqualTo(37);
        }
    }

    @Test
    void rejectsRequestsBeyondTheLimitWith429() throws Exception {
        try (var site = LocalSite.start(pages -> pages.atMost(3).hangs("/hang").json("/users/1", USER, ZERO))) {
            for (int i = 0; i < 3; i++) {
                client.sendAsync(request(site.uri("/hang")), BodyHandlers.ofString());
            }
            await().atMost(ofMinutes(1)).until(() -> site.traffic().atOnce() == 3);

            assertThat(get(site.uri("/users/1")).statusCode()).isEqualTo(429);
            assertThat(site.traffic().tooMany()).isEqualTo(1);
            assertThat(site.traffic().peak()).isEqualTo(3);
        }
    }

    @Test
    void servesAThousandRequestsAtOnce() throws Exception {
        try (var site = LocalSite.start(pages -> pages.json("/slow", USER, ofSeconds(1)))) {
            assertThat(getAtOnce(site.uri("/slow"), 1_000, 1_000)).containsOnly(200);
            assertThat(site.traffic().answered()).isEqualTo(1_000);
        }
    }

    @Test
    void closingDisconnectsClientsAndFreesThePort() throws Exception {
        var site = LocalSite.start(pages -> pages.hangs("/hang").json("/late", USER, ofDays(1)));
        try (var hanging = new Client(site.uri("/")).send(Client.get("/hang"));
                var waiting = new Client(site.uri("/")).send(Client.get("/late"));
                var silent = new Client(site.uri("/"))) {
            await().atMost(ofMinutes(1)).until(() -> site.traffic().atOnce() == 2);

            site.close();
            site.close();

            assertThat(List.of(hanging.readToTheEnd(), waiting.readToTheEnd(), silent.readToTheEnd()))
                    .containsOnly("");
        }
        int port = site.uri("/").getPort();
        LocalSite.start(pages -> pages.port(port)).close();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void reportsPortInUse() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> LocalSite.start(pages -> pages.port(port)))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("port " + port + " is in use")
                    .hasMessageContaining(":" + port)
                    .message()
                    .hasLineCount(3);
        }
    }

    @Test
    void rejectsInvalidPath() {
        assertThatThrownBy(() -> LocalSite.start(pages -> pages.json("users", USER, ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("users");
    }

    private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        return client.send(request(page), BodyHandlers.ofString());
    }

    private static HttpRequest request(URI page) {
        return HttpRequest.newBuilder(page).build();
    }

    /** The statuses of all responses. */
    private List<Integer> getAtOnce(URI page, int requests, int atMost) {
        var permits = new Semaphore(atMost);
        List<CompletableFuture<Integer>> answers = IntStream.range(0, requests)
                .mapToObj(number -> {
                    permits.acquireUninterruptibly();
                    return client.sendAsync(request(page), BodyHandlers.ofString())
                            .thenApply(HttpResponse::statusCode)
                            .whenComplete((status, failure) -> permits.release());
                })
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
