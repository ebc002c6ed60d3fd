package scraper.web;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The status and the headers of a response. They say whether its body is an HTML page, and in which charset. */
record ResponseHead(int status, String type, String encoding, Optional<String> location) {

    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    ResponseHead(HttpResponse<?> response) {
        this(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("text/html"),
                response.headers().firstValue("Content-Encoding").orElse("identity"),
                response.headers().firstValue("Location"));
    }

    /** @throws FetchException when the body is not an HTML page */
    void check() throws FetchException {
        if (status != 200) {
            throw new FetchException(status + ", " + meaning());
        }
        String kind = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!HTML.contains(kind)) {
            throw new FetchException("not an HTML page but " + kind);
        }
        if (!encoding.equals("identity")) {
            throw new FetchException("compressed (" + encoding + "), but the request did not accept that");
        }
    }

    private String meaning() {
        return switch (status) {
            case 401, 403 -> "access denied";
            case 404, 410 -> "page not found";
            case 429 -> "too many requests: wait, then send fewer at once";
            default ->
                switch (status / 100) {
                    case 3 -> location.map(place -> "moved to " + place).orElse("moved");
                    case 4 -> "the server rejected the request";
                    case 5 -> "server error";
                    default -> "no page";
                };
        };
    }

    /** The charset of the response; empty when it names none, or an unknown one. */
    Optional<Charset> charset() {
        return PageCharset.inContentType(type).flatMap(EncodingLabels::charset);
    }
}
