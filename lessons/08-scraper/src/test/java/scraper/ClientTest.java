package scraper;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import scraper.web.Gazette;

/** What the lesson says of the JDK's client, and what its own limits are for. */
@Timeout(180)
class ClientTest {

    /** Of a kilobyte every 100 ms, 50 need 5 s; the request may take 4 s, and is read on until there are too many. */
    @Test
    void requestTimeoutEndsWhenResponseHeadArrives() throws Exception {
        assumeThat(Runtime.version().feature())
                .as("the course speaks of Java 25 here")
                .isEqualTo(25);
        try (var gazette = Gazette.open(ZERO);
                var client = HttpClient.newHttpClient()) {
            var dripping = request(gazette.hanging().getLast(), ofSeconds(4));

            assertThatThrownBy(() -> client.send(dripping, BodyHandlers.limiting(BodyHandlers.ofString(), 50_000)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("exceeds capacity");
        }
    }

    @Test
    void onlyCancelTrueClosesConnection() throws Exception {
        try (var gazette = Gazette.open(ZERO);
                var client = HttpClient.newHttpClient()) {
            var hanging = request(gazette.hanging().getFirst(), ofMinutes(2));
            var declaredDone = client.sendAsync(hanging, BodyHandlers.ofString());
            var hungUpOn = client.sendAsync(hanging, BodyHandlers.ofString());
            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 2);

            declaredDone.cancel(false);
            hungUpOn.cancel(true);

            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 1);
            client.shutdownNow();
            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 0);
        }
    }

    private static HttpRequest request(String address, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(timeout).build();
    }
}
