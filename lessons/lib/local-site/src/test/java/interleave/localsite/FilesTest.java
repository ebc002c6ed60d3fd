package interleave.localsite;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are requested in parts, and responses that break. */
@Timeout(120)
class FilesTest {
    private static final int LENGTH = 300_000;

    private final Content content = Content.generated(7, LENGTH);
    private final SiteFile film = SiteFile.of(content, "\"v1\"");
    private final LocalSite site = LocalSite.start(pages -> pages.file("/film", film, ZERO)
            .replies("/broken", request -> film.reply(request).brokenAt(1_000), ZERO)
            .replies("/ignores-ranges", request -> film.whole(), ZERO)
            .replies("/stalled", request -> film.reply(request).stalledAt(1_000), ZERO)
            .replies("/slow", request -> film.reply(request).slowly(100_000, ofMillis(1)), ZERO)
            .file("/weak", SiteFile.of(content, "W/\"v1\""), ZERO)
            .file("/named", film.with("Content-Disposition: attachment; filename=\"../../etc/passwd\""), ZERO));
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @AfterEach
    void close() {
        client.shutdownNow();
        site.close();
    }

    private HttpResponse<byte[]> get(String path, String... fields) throws Exception {
        var request = HttpRequest.newBuilder(site.uri(path));
        for (int i = 0; i < fields.length; i += 2) {
            request.header(fields[i], fields[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] bytes(Content content, long from, int count) {
        var buffer = ByteBuffer.allocate(count);
        content.read(from, buffer);
        return buffer.array();
    }

    @Test
    void servesWholeFileWithValidatorAndChecksum() throws Exception {
        var response = get("/film");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(bytes(content, 0, LENGTH));
        assertThat(response.headers().firstValue("etag")).hasValue("\"v1\"");
        assertThat(response.headers().firstValue("accept-ranges")).hasValue("bytes");
        assertThat(response.headers().firstValue("repr-digest"))
                .hasValue("sha-256=:" + Base64.getEncoder().encodeToString(content.sha256()) + ":");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 299999",
        "bytes=1000-, 1000, 299999",
        "bytes=5-9, 5, 9",
        "bytes=299999-, 299999, 299999",
        "bytes=10-999999, 10, 299999"
    })
    void servesRange(String range, int first, int last) throws Exception {
        var response = get("/film", "Range", range);

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.headers().firstValue("content-range")).hasValue("bytes " + first + "-" + last + "/300000");
        assertThat(response.body()).isEqualTo(bytes(content, first, last - first + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=9-5", "bytes=a-", "seconds=1-2", "bytes=0-1,5-6", "bytes=99999999999999999999-"})
    void ignoresRangeThatItCannotParse(String range) throws Exception {
        assertThat(get("/film", "Range", range).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/film, \"v1\", 206", "/film, \"v2\", 200", "/weak, W/\"v1\", 200", "/ignores-ranges, \"v1\", 200"})
    void servesRangeOnlyIfStrongValidatorMatches(String path, String validator, int status) throws Exception {
        assertThat(get(path, "Range", "bytes=1000-", "If-Range", validator).statusCode())
                .isEqualTo(status);
    }

    @Test
    void rejectsRangeAfterTheEnd() throws Exception {
        var response = get("/film", "Range", "bytes=300000-");

        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(response.headers().firstValue("content-range")).hasValue("bytes */300000");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void sendsFieldsAsTheyAre() throws Exception {
        assertThat(get("/named").headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"../../etc/passwd\"");
    }

    @Test
    void sendsSlowlyInPieces() throws Exception {
        assertThat(get("/slow").body()).isEqualTo(bytes(content, 0, LENGTH));
    }

    @Test
    void breaksConnectionAtPosition() throws Exception {
        assertThatThrownBy(() -> get("/broken"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("bytes received: 1000");
        assertThatThrownBy(() -> get("/broken", "Range", "bytes=1000-")).hasMessageContaining("bytes received: 0");
        assertThat(get("/broken", "Range", "bytes=1001-").body()).hasSize(LENGTH - 1001);
    }

    @Test
    void stallsAtPosition() throws Exception {
        try (var visitor = new Client(site.uri("/"))) {
            String head = visitor.send(Client.get("/stalled")).readTo("\r\n\r\n");

            assertThat(head).contains("Content-Length: 300000");
            assertThat(site.traffic().atOnce()).isEqualTo(1);
        }
    }

    @Test
    void everyByteDependsOnSeedAndPosition() {
        byte[] all = bytes(content, 0, 1000);

        assertThat(bytes(content, 123, 500)).isEqualTo(Arrays.copyOfRange(all, 123, 623));
        assertThat(bytes(Content.generated(8, LENGTH), 0, 1000)).isNotEqualTo(all);
        assertThat(Arrays.copyOfRange(all, 0, 100)).isNotEqualTo(Arrays.copyOfRange(all, 100, 200));
    }

    @Test
    void contentOfBytes() {
        var abc = Content.of(new byte[] {'a', 'b', 'c'});

        assertThat(bytes(abc, 1, 2)).containsExactly('b', 'c');
        assertThat(HexFormat.of().formatHex(abc.sha256()))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
