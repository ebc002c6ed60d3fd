package scraper.web;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Status and headers of a response: whether its body is a page of HTML, and in which character set. */
record ResponseHead(int status, String type, String encoding, Optional<String> location) {

    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");
    private static final Pattern CHARSET = Pattern.compile("charset=[\"']?([^\\s\"';]+)", Pattern.CASE_INSENSITIVE);

    ResponseHead(HttpResponse<?> answer) {
        this(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse("text/html"),
                answer.headers().firstValue("Content-Encoding").orElse("identity"),
                answer.headers().firstValue("Location"));
    }

    /** @throws FetchException when no page of HTML follows */
    void check() throws FetchException {
        if (status != 200) {
            throw new FetchException(status + ", " + meaning());
        }
        String kind = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        if (!HTML.contains(kind)) {
            throw new FetchException("it is no page of HTML but " + kind);
        }
        if (!encoding.equals("identity")) {
            throw new FetchException("it is packed (" + encoding + "), which nobody had asked for");
        }
    }

    private String meaning() {
        return switch (status) {
            case 401, 403 -> "not for everybody";
            case 404, 410 -> "there is no such page";
            case 429 -> "it was asked too often: wait, and ask for less at once";
            default ->
                switch (status / 100) {
                    case 3 -> location.map(place -> "it has moved to " + place).orElse("it has moved");
                    case 4 -> "the server does not like the request";
                    case 5 -> "the server has failed";
                    default -> "and no page";
                };
        };
    }

    /** Empty when it names none, or one that is not known here. */
    Optional<Charset> charset() {
        var named = CHARSET.matcher(type);
        try {
            return named.find() ? Optional.of(Charset.forName(named.group(1))) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
