package scraper.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Content-Encoding and Content-Type as servers send them. A page that a browser shows is fetched. */
@Timeout(180)
class ContentEncodingTest {
    private static final Limits LIMITS = new Limits(ofMinutes(2), 200_000, 4);
    private static final String HTML = "<title>Plain page</title>";

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " none", " utf-8", " Identity", " identity, none", " text/html", " UTF-8"})
    void ignoresMeaninglessContentEncoding(String value) throws Exception {
        assertThat(fetch(RawSite.page(HTML, "Content-Type: text/html", "Content-Encoding:" + value))
                        .title())
                .isEqualTo("Plain page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "GZIP", "identity, gzip", "gzip, utf-8"})
    void decodesGzipThatRequestDidNotAskFor(String value) throws Exception {
        assertThat(fetch(RawSite.page(gzip(HTML.getBytes(UTF_8)), "Content-Encoding: " + value))
                        .title())
                .isEqualTo("Plain page");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void decodesDeflateWithAndWithoutZlibHeader(boolean raw) throws Exception {
        assertThat(fetch(RawSite.page(deflate(raw), "Content-Encoding: deflate"))
                        .title())
                .isEqualTo("Plain page");
    }

    @Test
    void decodesSeveralCodingsInReverseOrder() throws Exception {
        byte[] body = gzip(deflate(false));

        assertThat(fetch(RawSite.page(body, "Content-Encoding: deflate", "Content-Encoding: gzip"))
                        .title())
                .isEqualTo("Plain page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd"})
    void explainsUnsupportedCompression(String coding) {
        assertFails(
                RawSite.page("x", "Content-Encoding: " + coding),
                "compressed with " + coding + ", which this program cannot read");
    }

    @Test
    void explainsDamagedCompression() throws Exception {
        byte[] truncated = Arrays.copyOf(gzip(HTML.getBytes(UTF_8)), 20);

        assertFails(RawSite.page("x", "Content-Encoding: gzip"), "compressed with gzip, but damaged");
        assertFails(RawSite.page(truncated, "Content-Encoding: gzip"), "compressed with gzip, but damaged");
        assertFails(RawSite.page("xx", "Content-Encoding: deflate"), "compressed with deflate, but damaged");
    }

    @Test
    void acceptsEmptyCompressedPage() throws Exception {
        assertThat(fetch(RawSite.page("", "Content-Encoding: gzip")).characters())
                .isZero();
    }

    @Test
    void limitsSizeOfDecompressedPage() throws Exception {
        assertThat(fetch(RawSite.page(gzip(new byte[LIMITS.bytes()]), "Content-Encoding: gzip"))
                        .characters())
                .isEqualTo(LIMITS.bytes());
        assertFails(RawSite.page(gzip(new byte[LIMITS.bytes() + 1]), "Content-Encoding: gzip"), "larger than 200 kB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html charset=utf-8",
                "text/html,text/html;charset=utf-8",
                "text/plain, text/html",
                "TEXT/HTML ; charset=utf-8",
                "*/*",
                "html",
                ""
            })
    void acceptsOddContentType(String type) throws Exception {
        assertThat(fetch(RawSite.page(HTML, "Content-Type: " + type)).title()).isEqualTo("Plain page");
    }

    @ParameterizedTest
    @CsvSource({"201 Created", "203 Non-Authoritative Information", "206 Partial Content"})
    void acceptsPageWithOtherStatusOfSuccess(String status) throws Exception {
        assertThat(fetch(RawSite.response(status, HTML.getBytes(UTF_8), "Content-Type: text/html"))
                        .title())
                .isEqualTo("Plain page");
    }

    @Test
    void acceptsPageWithoutContentTypeAndLength() throws Exception {
        assertThat(fetch(("HTTP/1.0 200 OK\r\n\r\n" + HTML).getBytes(UTF_8)).title())
                .isEqualTo("Plain page");
    }

    private static Page fetch(byte[] response) throws Exception {
        try (var site = RawSite.start().respond("/", response);
                var web = new HttpWeb(LIMITS)) {
            return web.fetch(site.address("/"));
        }
    }

    private static void assertFails(byte[] response, String why) {
        assertThatThrownBy(() -> fetch(response))
                .isInstanceOf(FetchException.class)
                .hasMessage(why);
    }

    private static byte[] gzip(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        return compressed(bytes, new GZIPOutputStream(bytes), body);
    }

    private static byte[] deflate(boolean raw) throws IOException {
        var bytes = new ByteArrayOutputStream();
        return compressed(bytes, new DeflaterOutputStream(bytes, new Deflater(9, raw)), HTML.getBytes(UTF_8));
    }

    private static byte[] compressed(ByteArrayOutputStream bytes, OutputStream compressing, byte[] body)
            throws IOException {
        try (compressing) {
            compressing.write(body);
        }
        return bytes.toByteArray();
    }
}
