package downloads.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a response belongs if 500 of 1,000 bytes of a file have arrived, and their validator is "v1". */
class PlacementTest {

    private static final URI ADDRESS = URI.create("http://museum/photo.jpg");
    private static final Request REST = new Request(ADDRESS, 500, Optional.of("\"v1\""));
    private static final Request WHOLE = new Request(ADDRESS, 0, Optional.empty());
    private static final Optional<PartState> KNOWN = Optional.of(new PartState(
            Optional.of("\"v1\""), OptionalLong.of(1_000), Optional.empty(), "photo.jpg", Optional.empty()));

    private static Placement of(Request request, int status, String... fields) throws IOException {
        var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        Arrays.stream(fields)
                .map(field -> field.split(": ", 2))
                .forEach(pair -> headers.put(pair[0], List.of(pair[1])));
        var response = new Response(status, HttpHeaders.of(Map.copyOf(headers), (name, value) -> true), new Body());
        return Placement.of(request, response, KNOWN);
    }

    @Test
    void restIsAppended() throws IOException {
        assertThat(of(REST, 206, "Content-Range: bytes 500-999/1000", "ETag: \"v1\""))
                .isEqualTo(new Placement.At(500, 1_000));
    }

    /** A server may send more or less than the range. */
    @ParameterizedTest
    @CsvSource({"0-999/1000, 0, 1000", "400-999/1000, 400, 1000", "500-599/1000, 500, 600", "500-999/*, 500, 1000"})
    void otherRangeIsPutWhereItBelongs(String range, long position, long end) throws IOException {
        assertThat(of(REST, 206, "Content-Range: bytes " + range)).isEqualTo(new Placement.At(position, end));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 501-999/1000", // a gap
                "bytes 0-499/1000", // nothing new
                "bytes 500-999/2000", // another file
                "bytes 999-500/1000",
                "bytes 500-1000/1000",
                "bytes */1000",
                "items 500-999/1000",
                "bytes 500-99999999999999999999/1000",
                "bytes 500-999",
                ""
            })
    void unusableRangeDoesNotFit(String range) throws IOException {
        assertThat(of(REST, 206, "Content-Range: " + range)).isEqualTo(new Placement.DoesNotFit());
    }

    @Test
    void severalRangesDoNotFit() throws IOException {
        assertThat(of(REST, 206, "Content-Type: multipart/byteranges; boundary=x"))
                .isEqualTo(new Placement.DoesNotFit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v2\"", "W/\"v1\""})
    void rangeOfAnotherVersionDoesNotFit(String etag) throws IOException {
        assertThat(of(REST, 206, "Content-Range: bytes 500-999/1000", "ETag: " + etag))
                .isEqualTo(new Placement.DoesNotFit());
    }

    @Test
    void wholeFileIsTakenFromItsStart() throws IOException {
        assertThat(of(REST, 200)).isEqualTo(new Placement.Whole());
        assertThat(of(REST, 200, "Content-Range: bytes 500-999/1000")).isEqualTo(new Placement.Whole());
        assertThat(of(WHOLE, 200)).isEqualTo(new Placement.Whole());
    }

    @Test
    void rangeAfterTheEndMeansThatNothingIsMissing() throws IOException {
        assertThat(of(REST, 416, "Content-Range: bytes */500")).isEqualTo(new Placement.NothingMissing());
    }

    @Test
    void rangeAfterTheEndOfShorterFileDoesNotFit() throws IOException {
        assertThat(of(REST, 416, "Content-Range: bytes */400")).isEqualTo(new Placement.DoesNotFit());
        assertThat(of(REST, 416)).isEqualTo(new Placement.DoesNotFit());
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 206, 304, 404, 416, 429, 500})
    void otherResponsesAreNotTheFile(int status) {
        assertThatThrownBy(() -> of(WHOLE, status))
                .isInstanceOf(IOException.class)
                .hasMessage("the server responded with status " + status);
    }

    @Test
    void compressedResponseIsNotTheFile() {
        assertThatThrownBy(() -> of(WHOLE, 200, "Content-Encoding: gzip")).hasMessageContaining("compressed");
    }
}
