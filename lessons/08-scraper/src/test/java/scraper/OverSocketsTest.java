package scraper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import interleave.eventloop.EventLoop;
import interleave.localsite.LocalSite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Future.State;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import scraper.Versions.Version;
import scraper.web.FetchException;
import scraper.web.Gazette;
import scraper.web.HttpWeb;
import scraper.web.Limits;
import scraper.web.Page;

/**
 * The versions and the web over real sockets. No test asks a clock: limits are so long, or so short, that they are
 * sure.
 */
@Timeout(180)
class OverSocketsTest {
    private static final Limits PATIENT = new Limits(ofMinutes(2), 200_000, 4);
    private static final Limits IMPATIENT = new Limits(ofMillis(100), 200_000, 4);

    private final Gazette gazette = Gazette.open(ZERO);

    static List<?> everyVersion() {
        return Versions.all();
    }

    @AfterEach
    void closeTheSite() {
        gazette.close();
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void summarizesEveryPageAndExplainsEveryFailure(Version version) throws Exception {
        List<String> addresses = Stream.of(gazette.failures(), gazette.pages())
                .flatMap(List::stream)
                .toList();

        List<Result> results = scrape(version, PATIENT, addresses);

        assertThat(results).extracting(Result::address).isEqualTo(addresses);
        assertThat(results.subList(5, 9))
                .extracting(OverSocketsTest::summary)
                .containsExactly(
                        "8 links, 2 images: The Millbrook Gazette",
                        "6 links, 1 images: News \u2013 The Millbrook Gazette",
                        "10 links, 5 images: Gallery: forty years of floods",
                        "7 links, 3 images: The Gazette's Archive (1998)");
        assertThat(results.subList(0, 5))
                .extracting(OverSocketsTest::why)
                .satisfiesExactly(
                        missing -> assertThat(missing).isEqualTo("404, there is no such page"),
                        broken -> assertThat(broken).isEqualTo("500, the server has failed"),
                        refused -> assertThat(refused).isEqualTo("nobody listens there"),
                        reset -> assertThat(reset).startsWith("the connection broke: "),
                        endless -> assertThat(endless).isEqualTo("larger than 200 kB"));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void timesOutHangingAndDrippingPagesAndClosesTheirConnections(Version version) throws Exception {
        try (var web = new HttpWeb(IMPATIENT)) {
            List<Result> results = version.of(web, 4).scrape(gazette.hanging());

            assertThat(results)
                    .extracting(OverSocketsTest::why)
                    .containsExactly("not done within 0.1 s", "not done within 0.1 s");
            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 0);
        }
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void serverSeesNoMoreThanLimitAtOnce(Version version) throws Exception {
        try (var site = LocalSite.start(pages -> IntStream.range(0, 12)
                .forEach(number -> pages.html("/" + number, "<title>" + number + "</title>", ofMillis(5))))) {
            var addresses = IntStream.range(0, 12)
                    .mapToObj(number -> site.uri("/" + number).toString())
                    .toList();

            assertThat(scrape(version, PATIENT, addresses))
                    .extracting(result -> ((Result.Fetched) result).page().title())
                    .isEqualTo(
                            IntStream.range(0, 12).mapToObj(Integer::toString).toList());
            assertThat(site.traffic().peak()).isLessThanOrEqualTo(4);
        }
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void interruptedScraperClosesConnections(Version version) throws Exception {
        try (var web = new HttpWeb(PATIENT)) {
            var ending = new AtomicReference<Throwable>();
            Thread scraper = Thread.ofPlatform().start(() -> {
                try {
                    version.of(web, 4).scrape(gazette.hanging().subList(0, 1));
                } catch (Throwable thrown) {
                    ending.set(thrown);
                }
            });
            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 1);

            scraper.interrupt();
            scraper.join();

            assertThat(ending.get()).isInstanceOf(InterruptedException.class);
            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 0);
        }
    }

    @Test
    void cancelledFetchOnLoopStaysCancelledAndClosesConnection() throws Exception {
        try (var web = new HttpWeb(PATIENT)) {
            var ended = EventLoop.run(loop -> {
                var page =
                        loop.createTask(() -> web.fetch(loop, gazette.hanging().getFirst()));
                return loop.toThread(() -> {
                            await().atMost(ofMinutes(1))
                                    .until(() -> gazette.site().traffic().atOnce() == 1);
                            return page;
                        })
                        .thenCompose(asked -> {
                            page.cancel(false);
                            return loop.gatherSettled(List.of(page));
                        });
            });

            assertThat(ended.getFirst().state()).isEqualTo(State.CANCELLED);
            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        example.com                 | this is no address: one looks like https://example.com
        ''                          | this is no address: one looks like https://example.com
        ftp://example.com/          | this is no address: one looks like https://example.com
        file:///etc/passwd          | this is no address: one looks like https://example.com
        http://                     | this is no address: one looks like https://example.com
        http:///path                | this is no address: one looks like https://example.com
        http://a b/                 | this is no address: one looks like https://example.com
        http://[::1/                | this is no address: one looks like https://example.com
        http://127.0.0.1:99999/     | this is no address: one looks like https://example.com
        http://no.such.host.invalid | there is no such host
        """)
    void explainsInvalidAddressAndFetchesOthers(String address, String why) throws Exception {
        for (var version : Versions.all()) {
            List<Result> results = scrape(
                    version.getPayload(),
                    PATIENT,
                    List.of(address, gazette.pages().getFirst()));

            assertThat(results.getFirst()).isEqualTo(new Result.Failed(address, why));
            assertThat(results.getLast()).isInstanceOf(Result.Fetched.class);
        }
    }

    @Test
    void explainsServerWithoutTls() throws Exception {
        assertThat(whyNot(gazette.pages().getFirst().replace("http:", "https:")))
                .startsWith("no secure connection: ");
    }

    @Test
    void followsRedirect() throws Exception {
        try (var server = new Server(exchange -> {
            boolean moved = exchange.getRequestURI().getPath().equals("/old");
            exchange.getResponseHeaders().set("Location", "/new");
            answer(exchange, moved ? 302 : 200, "text/html", "<title>New</title>");
        })) {
            assertThat(fetch(server.address("/old")).title()).isEqualTo("New");
        }
    }

    @Test
    void stopsAtCircularRedirect() throws Exception {
        try (var server = new Server(exchange -> {
            exchange.getResponseHeaders().set("Location", "/round");
            answer(exchange, 302, "text/html", "");
        })) {
            assertThat(whyNot(server.address("/round"))).isEqualTo("302, it has moved to /round");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | application/pdf           | it is no page of HTML but application/pdf
        200 | IMAGE/PNG; q=1            | it is no page of HTML but image/png
        204 | text/html                 | 204, and no page
        401 | text/html                 | 401, not for everybody
        410 | text/html                 | 410, there is no such page
        418 | text/html                 | 418, the server does not like the request
        429 | text/html                 | 429, it was asked too often: wait, and ask for less at once
        503 | text/plain                | 503, the server has failed
        """)
    void rejectsResponseThatIsNoPage(int status, String type, String why) throws Exception {
        try (var server = new Server(exchange -> answer(exchange, status, type, status == 204 ? "" : "x"))) {
            assertThat(whyNot(server.address("/"))).isEqualTo(why);
        }
    }

    @Test
    void rejectsCompressedPage() throws Exception {
        try (var server = new Server(exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, "text/html", "x");
        })) {
            assertThat(whyNot(server.address("/"))).isEqualTo("it is packed (gzip), which nobody had asked for");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/html; charset=iso-8859-1
        text/html;CHARSET="ISO-8859-1"; a=b
        """)
    void usesCharsetOfResponse(String type) throws Exception {
        try (var server = new Server(exchange -> answer(exchange, 200, type, "<title>Zo\u00eb</title>"))) {
            assertThat(fetch(server.address("/")).title()).isEqualTo("Zo\u00c3\u00ab");
        }
    }

    @ParameterizedTest
    @CsvSource({"text/html; charset=no-such-thing", "text/html; charset=", "text/html; charset=%%", "text/html"})
    void ignoresUnknownCharset(String type) throws Exception {
        try (var server = new Server(exchange -> answer(exchange, 200, type, "<title>Zo\u00eb</title>"))) {
            assertThat(fetch(server.address("/")).title()).isEqualTo("Zo\u00eb");
        }
    }

    @Test
    void sendsUserAgent() throws Exception {
        var agent = new AtomicReference<String>();
        try (var server = new Server(exchange -> {
            agent.set(exchange.getRequestHeaders().getFirst("User-Agent"));
            answer(exchange, 200, "text/html", "");
        })) {
            fetch(server.address("/"));

            assertThat(agent.get()).contains("Interleave");
        }
    }

    @Test
    void readsPageOfMaximumSizeAndNoLargerOne() throws Exception {
        try (var server = new Server(exchange -> answer(
                exchange,
                200,
                "text/html",
                "x"
                        .repeat(
                                exchange.getRequestURI().getPath().equals("/large")
                                        ? PATIENT.bytes() + 1
                                        : PATIENT.bytes())))) {
            assertThat(fetch(server.address("/")).characters()).isEqualTo(PATIENT.bytes());
            assertThat(whyNot(server.address("/large"))).isEqualTo("larger than 200 kB");
        }
    }

    private static List<Result> scrape(Version version, Limits limits, List<String> addresses) throws Exception {
        try (var web = new HttpWeb(limits)) {
            return version.of(web, limits.atOnce()).scrape(addresses);
        }
    }

    private static Page fetch(String address) throws Exception {
        try (var web = new HttpWeb(PATIENT)) {
            return web.fetch(address);
        }
    }

    private static String whyNot(String address) {
        var why = new AtomicReference<String>();
        assertThatThrownBy(() -> fetch(address))
                .isInstanceOf(FetchException.class)
                .satisfies(failure -> why.set(failure.getMessage()));
        return why.get();
    }

    private static String summary(Result result) {
        return result instanceof Result.Fetched(Page page)
                ? page.links() + " links, " + page.images() + " images: " + page.title()
                : result.toString();
    }

    private static String why(Result result) {
        return result instanceof Result.Failed missing ? missing.why() : result.toString();
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The JDK's web server, for answers that the lesson's own site does not know. */
    private static final class Server implements AutoCloseable {
        private final HttpServer server;

        Server(com.sun.net.httpserver.HttpHandler handler) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                try {
                    handler.handle(exchange);
                } catch (IOException clientGone) {
                    exchange.close();
                }
            });
            server.start();
        }

        String address(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
