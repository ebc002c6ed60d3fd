package scraper.web;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The status and the headers of a response. They say whether its body is an HTML page, and how it is encoded. */
record ResponseHead(int status, String type, ContentEncoding encoding, Optional<String> location) {

    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    ResponseHead(HttpResponse<?> response) {
        this(
                response.statusCode(),
                String.join(",", response.headers().allValues("Content-Type")),
                ContentEncoding.of(response.headers().allValues("Content-Encoding")),
                location(response.headers()));
    }

    /** Browsers ignore an empty location. */
    private static Optional<String> location(HttpHeaders headers) {
        return headers.firstValue("Location").map(String::strip).filter(place -> !place.isEmpty());
    }

    /** @throws FetchException when the body is not an HTML page */
    void check() throws FetchException {
        if (!hasPage(status)) {
            throw new FetchException(status + ", " + meaning());
        }
        String kind = mediaType();
        if (!HTML.contains(kind)) {
            throw new FetchException("not an HTML page but " + kind);
        }
    }

    /** Whether browsers follow it. They do not follow 300, a choice of pages, nor a redirect without a location. */
    boolean isRedirect() {
        return REDIRECTS.contains(status) && location.isPresent();
    }

    /** Whether the body of a response with this status is a page. The pages of errors do not count. */
    static boolean hasPage(int status) {
        return status / 100 == 2 && status != 204 && status != 205;
    }

    /**
     * The last valid media type, because some servers and the proxies in front of them send several. If there is none,
     * a browser looks at the content. Here it is HTML.
     */
    private String mediaType() {
        return Arrays.stream(type.split(","))
                .map(value -> value.strip().split("[;\\s(]", 2)[0].toLowerCase(Locale.ROOT))
                .filter(value -> value.matches("[^/*]+/[^/*]+"))
                .reduce((first, last) -> last)
                .orElse("text/html");
    }

    private String meaning() {
        return switch (status) {
            case 401, 403 -> "access denied";
            case 404, 410 -> "page not found";
            case 429 -> "too many requests: wait, then send fewer at once";
            case 300 -> "several pages to choose from";
            case 304 -> "not changed, so the server sends no page";
            default ->
                switch (status / 100) {
                    case 3 ->
                        location.isPresent()
                                ? "a kind of redirect that browsers do not follow"
                                : "moved, but the server does not say where";
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
