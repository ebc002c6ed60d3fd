package errors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.localsite.LocalSite;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What both versions with retries run: a page that is unavailable for the first two requests. */
final class RetryExample {

    /** The first pause. */
    static final Duration BACKOFF = ofMillis(500);

    private RetryExample() {}

    static void run(UnaryOperator<Web> retrying) throws Exception {
        try (var site = LocalSite.start(
                        pages -> pages.recovers("/weather", 2, "{\"weather\": \"sunny\"}", ofMillis(50)));
                var web = new HttpWeb(ofSeconds(10))) {
            fetch(retrying.apply(address -> attempt(web, address)), site.uri("/weather"));
        }
    }

    private static void fetch(Web web, URI address) throws Exception {
        IO.println("Fetched: " + web.get(address));
    }

    private static String attempt(Web web, URI address) throws Exception {
        try {
            return web.get(address);
        } catch (StatusException failure) {
            IO.println("Attempt failed: " + failure.getMessage());
            throw failure;
        }
    }
}
