package scraper.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects as servers send them. A redirect that a browser follows is followed. */
@Timeout(180)
class RedirectTest {
    private static final Limits LIMITS = new Limits(ofMinutes(2), 200_000, 4);
    private static final byte[] NEW = RawSite.page("<title>New</title>");

    private RawSite site;

    @BeforeEach
    void startSite() throws IOException {
        site = RawSite.start();
    }

    @AfterEach
    void closeSite() throws IOException {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        /new page -> /new%20page
        /\u00fc -> /%C3%BC
        new -> /new
        ./new -> /new
        /q?x=a|b -> /q?x=a%7Cb
        /q?x=[1] -> /q?x=[1]
        /new#part -> /new
        /100% -> /100%25
        \\new -> /new
        """)
    void followsLocationThatBrowserFollows(String location, String target) throws Exception {
        site.respond("/old", moved("302 Found", location, UTF_8)).respond(target, NEW);

        assertThat(fetch("/old").title()).isEqualTo("New");
    }

    @Test
    void keepsBytesOfLocationInOtherCharset() throws Exception {
        site.respond("/old", moved("302 Found", "/\u00fc", ISO_8859_1)).respond("/%FC", NEW);

        assertThat(fetch("/old").title()).isEqualTo("New");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "301 Moved Permanently",
                "302 Found",
                "303 See Other",
                "307 Temporary Redirect",
                "308 Permanent Redirect"
            })
    void followsEveryStatusOfRedirect(String status) throws Exception {
        site.respond("/old", moved(status, "/new", UTF_8)).respond("/new", NEW);

        assertThat(fetch("/old")).extracting(Page::title, Page::address).containsExactly("New", site.address("/old"));
    }

    @Test
    void followsTwentyRedirectsButNotMore() throws Exception {
        site.respond("/20", NEW);
        IntStream.range(0, 20).forEach(i -> site.respond("/" + i, moved("302 Found", "/" + (i + 1), UTF_8)));

        assertThat(fetch("/0").title()).isEqualTo("New");

        site.respond("/20", moved("302 Found", "/0", UTF_8));
        assertThat(whyNot("/0")).isEqualTo("moved more than 20 times, the last time to /0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ftp://h/  | 302, moved to ftp://h/: an address that starts with ftp: is not supported, only http: and https:
        //        | 302, moved to //: not a valid address (example: https://example.com)
        ''        | 302, moved, but the server does not say where
        """)
    void explainsLocationThatCannotBeFollowed(String location, String why) {
        site.respond("/old", moved("302 Found", location, UTF_8));

        assertThat(whyNot("/old")).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        302 Found            | 302, moved, but the server does not say where
        300 Multiple Choices | 300, several pages to choose from
        304 Not Modified     | 304, not changed, so the server sends no page
        """)
    void explainsRedirectWithoutLocation(String status, String why) {
        site.respond("/old", RawSite.response(status, new byte[0]));

        assertThat(whyNot("/old")).isEqualTo(why);
    }

    /** The body of a redirect or an error does not matter, not even its size. */
    @Test
    void ignoresBodiesOfRedirectsAndErrors() throws Exception {
        byte[] large = new byte[LIMITS.bytes() + 1];
        site.respond("/old", RawSite.response("302 Found", large, "Location: /new"))
                .respond("/new", NEW)
                .respond("/gone", RawSite.response("410 Gone", large));

        assertThat(fetch("/old").title()).isEqualTo("New");
        assertThat(whyNot("/gone")).isEqualTo("410, page not found");
    }

    @Test
    void sendsCookieThatServerDemandsWithRedirect() throws Exception {
        site.respond("/old", RawSite.response("302 Found", new byte[0], "Set-Cookie: seen=1", "Location: /new"))
                .respond("/new", NEW);

        fetch("/old");

        assertThat(site.fields()).contains("Cookie: seen=1");
    }

    @Test
    void cancellationClosesConnectionOfRedirect() throws Exception {
        try (var gazette = Gazette.open(ZERO);
                var web = new HttpWeb(LIMITS)) {
            site.respond("/old", moved("302 Found", gazette.hanging().getFirst(), UTF_8));
            Thread fetching = Thread.ofPlatform().start(() -> {
                try {
                    web.fetch(site.address("/old"));
                } catch (FetchException | InterruptedException expected) {
                    // the test looks at the connections
                }
            });
            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 1);

            fetching.interrupt();

            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 0);
            fetching.join();
        }
    }

    private static byte[] moved(String status, String location, Charset charset) {
        String bytes = new String(location.getBytes(charset), ISO_8859_1); // RawSite writes ISO 8859-1
        return RawSite.response(status, new byte[0], "Location: " + bytes);
    }

    private Page fetch(String path) throws Exception {
        try (var web = new HttpWeb(LIMITS)) {
            return web.fetch(site.address(path));
        }
    }

    private String whyNot(String path) {
        var why = new AtomicReference<String>();
        assertThatThrownBy(() -> fetch(path))
                .isInstanceOf(FetchException.class)
                .satisfies(failure -> why.set(failure.getMessage()));
        return why.get();
    }
}
