package interleave.localsite.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.localsite.http.RequestParser.BadRequest;
import interleave.localsite.http.RequestParser.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests with bodies. {@code HostileClientsTest} has those without. */
class RequestParserTest {
    private static final int MAX_BODY = 10;
    private static final int MAX_HEAD = 16 * 1024;

    private final RequestParser parser = new RequestParser(Set.of("GET", "POST"), MAX_BODY);

    private static String post(String lengthField, String body) {
        return "POST /orders HTTP/1.1\r\n" + lengthField + "\r\n\r\n" + body;
    }

    /** Adds bytes as they arrive, as many as there is room, and returns the complete requests. */
    private List<Request> parse(String text) throws BadRequest {
        var requests = new ArrayList<Request>();
        for (byte next : text.getBytes(ISO_8859_1)) {
            parser.room().put(next);
            Optional<Request> request = parser.next();
            request.ifPresent(requests::add);
        }
        return requests;
    }

    @Test
    void returnsBodyByteByByte() throws BadRequest {
        assertThat(parse(post("Content-Length: 10", "0123456789"))).satisfiesExactly(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/orders");
            assertThat(request.body()).asString(ISO_8859_1).isEqualTo("0123456789");
            assertThat(request.keepsAlive()).isTrue();
        });
    }

    @Test
    void parsesRequestsAfterBody() throws BadRequest {
        String text = post("content-length:5", "Hello") + "GET / HTTP/1.1\r\n\r\n" + post("Content-Length: 0", "");

        parser.room().put(text.getBytes(ISO_8859_1));

        assertThat(parser.next().orElseThrow().body()).asString(ISO_8859_1).isEqualTo("Hello");
        assertThat(parser.next().orElseThrow()).satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.body()).isEmpty();
        });
        assertThat(parser.next().orElseThrow().body()).isEmpty();
        assertThat(parser.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "413, Content-Length: 11",
        "413, Content-Length: 99999999999999999999",
        "413, Transfer-Encoding: chunked",
        "400, Content-Length: -1",
        "400, Content-Length: 5x",
        "400, Content-Length:",
    })
    void rejectsBodyThatIsTooLargeOrHasNoLength(int status, String field) {
        assertThatThrownBy(() -> parse(post(field, "")))
                .isInstanceOfSatisfying(
                        BadRequest.class, bad -> assertThat(bad.status()).isEqualTo(status));
    }

    @Test
    void rejectsSecondLength() {
        assertThatThrownBy(() -> parse(post("Content-Length: 5\r\nContent-Length: 6", "")))
                .isInstanceOfSatisfying(
                        BadRequest.class, bad -> assertThat(bad.status()).isEqualTo(400));
    }

    @Test
    void acceptsLongestHeadWithLargestBodyAndRejectsLongerHead() throws BadRequest {
        String head = "POST / HTTP/1.1\r\nContent-Length: 10\r\nX: ";
        String longest = head + "x".repeat(MAX_HEAD - head.length() - 4) + "\r\n\r\n";

        assertThat(parse(longest + "0123456789")).hasSize(1);
        assertThatThrownBy(() -> parse(longest.replace("X: ", "X: x")))
                .isInstanceOfSatisfying(
                        BadRequest.class, bad -> assertThat(bad.status()).isEqualTo(431));
    }
}
