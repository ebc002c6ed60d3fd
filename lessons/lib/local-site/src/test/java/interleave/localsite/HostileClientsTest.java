package interleave.localsite;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that do not keep to the protocol harm themselves, and nobody else. */
@Timeout(120)
class HostileClientsTest {
    private final LocalSite site = LocalSite.start(pages ->
            pages.json("/1", "one", ZERO).json("/2", "two", ofMillis(5)).json("/3", "three", ZERO));

    @AfterEach
    void othersAreStillServed() throws IOException {
        try (site;
                var visitor = new Client(site.uri("/"))) {
            assertThat(visitor.send(Client.get("/1")).readTo("one")).startsWith("HTTP/1.1 200 OK\r\n");
            assertThat(site.traffic().atOnce()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n",
                "GET /1\r\n",
                "GET  HTTP/1.1\r\n",
                "GET /1 HTTP/2.0\r\n",
                "GET /1 HTTP/1.1 x\n",
                "\u0016\u0003\u0001\u0002\u0000\n"
            })
    void whatIsNoRequestIsAnsweredOnceAndTheConnectionClosed(String garbage) throws IOException {
        try (var visitor = new Client(site.uri("/"))) {
            assertThat(visitor.send(garbage + Client.get("/1")).readToTheEnd())
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("Connection: close")
                    .doesNotContain("one");
        }
    }

    @Test
    void otherMethodsAreNotAllowed() throws IOException {
        try (var visitor = new Client(site.uri("/"))) {
            assertThat(visitor.send("POST /1 HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello")
                            .readToTheEnd())
                    .startsWith("HTTP/1.1 405 Method Not Allowed\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 05", "transfer-encoding: chunked"})
    void aBodyIsNotTakenForTheNextRequest(String field) throws IOException {
        try (var visitor = new Client(site.uri("/"))) {
            assertThat(visitor.send("GET /1 HTTP/1.1\r\n" + field + "\r\n\r\n" + Client.get("/3"))
                            .readToTheEnd())
                    .startsWith("HTTP/1.1 413")
                    .doesNotContain("three");
        }
    }

    @Test
    void aHeadWithoutEndIsRefusedAndTheAnswerArrives() throws IOException {
        try (var visitor = new Client(site.uri("/"))) {
            visitor.send("GET /1 HTTP/1.1\r\n").send("X: yes and\r\n".repeat(2_000_000));

            assertThat(visitor.readToTheEnd()).startsWith("HTTP/1.1 431 ");
        }
    }

    @Test
    void aLineWithoutEndIsRefused() throws IOException {
        try (var visitor = new Client(site.uri("/"))) {
            assertThat(visitor.send("G".repeat(100_000)).readToTheEnd()).startsWith("HTTP/1.1 431 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "GET /1 HTTP/1.1\r\n", "GET /1 HTTP/1.1\r\nHost: local"})
    void whoLeavesInTheMiddleOfARequestIsForgotten(String half) throws IOException {
        try (var visitor = new Client(site.uri("/"))) {
            visitor.send(half).endSending();

            assertThat(visitor.readToTheEnd()).isEmpty();
        }
    }

    @Test
    void whoLeavesBeforeTheAnswerIsNotCountedAnyLonger() throws IOException {
        try (var visitor = new Client(site.uri("/"))) {
            visitor.send(Client.get("/2"));
        }

        await().atMost(ofMinutes(1))
                .until(() -> site.traffic().connections() == 1 && site.traffic().atOnce() == 0);
    }

    @Test
    void aRequestMayComeByteByByte() throws IOException {
        try (var visitor = new Client(site.uri("/"))) {
            for (char letter : Client.get("/1").toCharArray()) {
                visitor.send(String.valueOf(letter));
            }

            assertThat(visitor.readTo("one")).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void requestsSentAheadAreAnsweredInTheirOrder() throws IOException {
        try (var visitor = new Client(site.uri("/"))) {
            visitor.send("\r\n" + Client.get("/2") + Client.get("/3") + "GET /1 HTTP/1.0\n\n");

            assertThat(visitor.readToTheEnd()).matches("(?s)HTTP.*two.*HTTP.*three.*HTTP.*one");
        }
    }

    @Test
    void aFloodOfRequestsSentAheadIsAnsweredWhole() throws Exception {
        try (var visitor = new Client(site.uri("/"))) {
            var flood = Thread.startVirtualThread(() -> {
                try {
                    visitor.send(Client.get("/3").repeat(20_000) + "GET /1 HTTP/1.1\r\nConnection: close\r\n\r\n");
                } catch (IOException gone) {
                    throw new IllegalStateException(gone);
                }
            });

            assertThat(visitor.readToTheEnd()).satisfies(answers -> {
                assertThat(answers.split("three", -1)).hasSize(20_001);
                assertThat(answers).endsWith("one");
            });
            flood.join();
        }
    }
}
