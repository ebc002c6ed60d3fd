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
 * The versions and the web over real sockets. No test measures time: each timeout is so long or so short that its
 * outcome is certain.
 */
@Timeout(180)
class OverSocketsTest {
    private static final Limits LONG_TIMEOUT = new Limits(ofMinutes(2), 200_000, 4);
    private static final Limits SHORT_TIMEOUT = new Limits(ofMillis(100), 200_000, 4);

    private final Gazette gazette = Gazette.open(ZERO);

    static List<?> everyVersion() {
        return Versions.all();
    }

    @AfterEach
    void closeSite() {
        gazette.close();
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void summarizesEveryPageAndExplainsEveryFailure(Version version) throws Exception {
        List<String> addresses = Stream.of(gazette.failures(), gazette.pages())
                .flatMap(List::stream)
                .toList();

        List<Result> results = scrape(version, LONG_TIMEOUT, addresses);

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
                        missing -> assertThat(missing).isEqualTo("404, page not found"),
                        broken -> assertThat(broken).isEqualTo("500, server error"),
                        refused -> assertThat(refused).isEqualTo("connection refused"),
                        reset -> assertThat(reset).startsWith("the connection broke: "),
                        endless -> assertThat(endless).isEqualTo("larger than 200 kB"));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void timesOutHangingAndDrippingPagesAndClosesTheirConnections(Version version) throws Exception {
        try (var web = new HttpWeb(SHORT_TIMEOUT)) {
            List<Result> results = version.of(web, 4).scrape(gazette.hanging());

            assertThat(results)
                    .extracting(OverSocketsTest::why)
                    .containsExactly("timed out after 0.1 s", "timed out after 0.1 s");
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

            assertThat(scrape(version, LONG_TIMEOUT, addresses))
                    .extracting(result -> ((Result.Fetched) result).page().title())
                    .isEqualTo(
                            IntStream.range(0, 12).mapToObj(Integer::toString).toList());
            assertThat(site.traffic().peak()).isLessThanOrEqualTo(4);
        }
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void interruptedScraperClosesConnections(Version version) throws Exception {
        try (var web = new HttpWeb(LONG_TIMEOUT)) {
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
        try (var web = new HttpWeb(LONG_TIMEOUT)) {
            var ended = EventLoop.run(loop -> {
                var page =
                        loop.createTask(() -> web.fetch(loop, gazette.hanging().getFirst()));
                return loop.toThread(() -> {
                            await().atMost(ofMinutes(1))
                                    .until(() -> gazette.site().traffic().atOnce() == 1);
                            return page;
                        })
                        .thenCompose(requested -> {
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
        ''                          | not a valid address (example: https://example.com)
        ftp://example.com/          | an address that starts with ftp: is not supported, only http: and https:
        http://a b/                 | not a valid address (example: https://example.com)
        http://[::1/                | not a valid address (example: https://example.com)
        http://127.0.0.1:99999/     | not a valid address: the port must be between 1 and 65535
        no.such.host.invalid        | unknown host
        http://no.such.host.invalid | unknown host
        """)
    void explainsInvalidAddressAndFetchesOthers(String address, String why) throws Exception {
        for (var version : Versions.all()) {
            List<Result> results = scrape(
                    version.getPayload(),
                    LONG_TIMEOUT,
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | application/pdf           | not an HTML page but application/pdf
        200 | IMAGE/PNG; q=1            | not an HTML page but image/png
        204 | text/html                 | 204, no page
        401 | text/html                 | 401, access denied
        410 | text/html                 | 410, page not found
        418 | text/html                 | 418, the server rejected the request
        429 | text/html                 | 429, too many requests: wait, then send fewer at once
        503 | text/plain                | 503, server error
        """)
    void rejectsResponseWithoutHtmlPage(int status, String type, String why) throws Exception {
        try (var server = new Server(exchange -> respond(exchange, status, type, status == 204 ? "" : "x"))) {
            assertThat(whyNot(server.address("/"))).isEqualTo(why);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        text/html; charset=iso-8859-1
        text/html;CHARSET="ISO-8859-1"; a=b
        """)
    void usesCharsetOfResponse(String type) throws Exception {
        try (var server = new Server(exchange -> respond(exchange, 200, type, "<title>Zo\u00eb</title>"))) {
            assertThat(fetch(server.address("/")).title()).isEqualTo("Zo\u00c3\u00ab");
        }
    }

    @ParameterizedTest
    @CsvSource({"text/html; charset=no-such-thing", "text/html; charset=", "text/html; charset=%%", "text/html"})
    void ignoresUnknownCharset(String type) throws Exception {
        try (var server = new Server(exchange -> respond(exchange, 200, type, "<title>Zo\u00eb</title>"))) {
            assertThat(fetch(server.address("/")).title()).isEqualTo("Zo\u00eb");
        }
    }

    @Test
    void offersNoUpgradeToHttp2() throws Exception {
        var upgrade = new AtomicReference<List<String>>();
        try (var server = new Server(exchange -> {
            upgrade.set(Stream.of("Upgrade", "HTTP2-Settings")
                    .filter(exchange.getRequestHeaders()::containsKey)
                    .toList());
            respond(exchange, 200, "text/html", "");
        })) {
            fetch(server.address("/"));

            assertThat(upgrade.get()).isEmpty();
        }
    }

    @Test
    void sendsUserAgent() throws Exception {
        var agent = new AtomicReference<String>();
        try (var server = new Server(exchange -> {
            agent.set(exchange.getRequestHeaders().getFirst("User-Agent"));
            respond(exchange, 200, "text/html", "");
        })) {
            fetch(server.address("/"));

            assertThat(agent.get()).contains("Interleave");
        }
    }

    @Test
    void acceptsPageOfMaximumSizeButNoLargerOne() throws Exception {
        try (var server = new Server(exchange -> respond(
                exchange,
                200,
                "text/html",
                "x"
                        .repeat(
                                exchange.getRequestURI().getPath().equals("/large")
                                        ? LONG_TIMEOUT.bytes() + 1
                                        : LONG_TIMEOUT.bytes())))) {
            assertThat(fetch(server.address("/")).characters()).isEqualTo(LONG_TIMEOUT.bytes());
            assertThat(whyNot(server.address("/large"))).isEqualTo("larger than 200 kB");
        }
    }

    private static List<Result> scrape(Version version, Limits limits, List<String> addresses) throws Exception {
        try (var web = new HttpWeb(limits)) {
            return version.of(web, limits.atOnce()).scrape(addresses);
        }
    }

    private static Page fetch(String address) throws Exception {
        try (var web = new HttpWeb(LONG_TIMEOUT)) {
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

    private static void respond(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The JDK's web server, for responses that the lesson's site does not provide. */
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
