package scraper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Optional;

/** What the lesson does with each page that has come, by itself. It stands in the lesson's package, which keeps it. */
public final class Parsing {
    private Parsing() {}

    /** As the lesson's client does it. */
    public static Page parse(String address, byte[] html) throws IOException {
        return Page.parse(address, html, Optional.of(UTF_8));
    }
}
