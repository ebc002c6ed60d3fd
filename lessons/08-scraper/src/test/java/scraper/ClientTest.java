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

/** The lesson's statements about the JDK's HTTP client, and why the lesson needs limits of its own. */
@Timeout(180)
class ClientTest {

    /** The body reaches 50 kB after 5 s. The timeout of 4 s has passed by then, and the client still reads. */
    @Test
    void requestTimeoutEndsWhenResponseHeadArrives() throws Exception {
        assumeThat(Runtime.version().feature())
                .as("this statement is about Java 25")
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
            var cancelledWithFalse = client.sendAsync(hanging, BodyHandlers.ofString());
            var cancelledWithTrue = client.sendAsync(hanging, BodyHandlers.ofString());
            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 2);

            cancelledWithFalse.cancel(false);
            cancelledWithTrue.cancel(true);

            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 1);
            client.shutdownNow();
            await().atMost(ofMinutes(1)).until(() -> gazette.site().traffic().atOnce() == 0);
        }
    }

    private static HttpRequest request(String address, Duration timeout) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(timeout).build();
    }
}
