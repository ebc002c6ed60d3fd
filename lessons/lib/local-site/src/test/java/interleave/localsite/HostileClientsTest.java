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

/** Clients that violate the protocol do not affect other clients. */
@Timeout(120)
class HostileClientsTest {
    private final LocalSite site = LocalSite.start(pages ->
            pages.json("/1", "one", ZERO).json("/2", "two", ofMillis(5)).json("/3", "three", ZERO));

    @AfterEach
    void stillServesOtherClients() throws IOException {
        try (site;
                var client = new Client(site.uri("/"))) {
            assertThat(client.send(Client.get("/1")).readTo("one")).startsWith("HTTP/1.1 200 OK\r\n");
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
    void answersInvalidRequestOnceAndClosesTheConnection(String garbage) throws IOException {
        try (var client = new Client(site.uri("/"))) {
            assertThat(client.send(garbage + Client.get("/1")).readToTheEnd())
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .contains("Connection: close")
                    .doesNotContain("one");
        }
    }

    @Test
    void rejectsOtherMethods() throws IOException {
        try (var client = new Client(site.uri("/"))) {
            assertThat(client.send("POST /1 HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello")
                            .readToTheEnd())
                    .startsWith("HTTP/1.1 405 Method Not Allowed\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 05", "transfer-encoding: chunked"})
    void doesNotParseBodyAsNextRequest(String field) throws IOException {
        try (var client = new Client(site.uri("/"))) {
            assertThat(client.send("GET /1 HTTP/1.1\r\n" + field + "\r\n\r\n" + Client.get("/3"))
                            .readToTheEnd())
                    .startsWith("HTTP/1.1 413")
                    .doesNotContain("three");
        }
    }

    @Test
    void rejectsEndlessHeadAndResponseArrives() throws IOException {
        try (var client = new Client(site.uri("/"))) {
            client.send("GET /1 HTTP/1.1\r\n").send("X: yes and\r\n".repeat(2_000_000));

            assertThat(client.readToTheEnd()).startsWith("HTTP/1.1 431 ");
        }
    }

    @Test
    void rejectsEndlessLine() throws IOException {
        try (var client = new Client(site.uri("/"))) {
            assertThat(client.send("G".repeat(100_000)).readToTheEnd()).startsWith("HTTP/1.1 431 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "GET /1 HTTP/1.1\r\n", "GET /1 HTTP/1.1\r\nHost: local"})
    void releasesClientThatDisconnectsDuringRequest(String half) throws IOException {
        try (var client = new Client(site.uri("/"))) {
            client.send(half).endSending();

            assertThat(client.readToTheEnd()).isEmpty();
        }
    }

    @Test
    void releasesClientThatDisconnectsBeforeResponse() throws IOException {
        try (var client = new Client(site.uri("/"))) {
            client.send(Client.get("/2"));
        }

        await().atMost(ofMinutes(1))
                .until(() -> site.traffic().connections() == 1 && site.traffic().atOnce() == 0);
    }

    @Test
    void acceptsRequestByteByByte() throws IOException {
        try (var client = new Client(site.uri("/"))) {
            for (char letter : Client.get("/1").toCharArray()) {
                client.send(String.valueOf(letter));
            }

            assertThat(client.readTo("one")).startsWith("HTTP/1.1 200 OK\r\n");
        }
    }

    @Test
    void answersPipelinedRequestsInOrder() throws IOException {
        try (var client = new Client(site.uri("/"))) {
            client.send("\r\n" + Client.get("/2") + Client.get("/3") + "GET /1 HTTP/1.0\n\n");

            assertThat(client.readToTheEnd()).matches("(?s)HTTP.*two.*HTTP.*three.*HTTP.*one");
        }
    }

    @Test
    void answersFloodOfPipelinedRequests() throws Exception {
        try (var client = new Client(site.uri("/"))) {
            var flood = Thread.startVirtualThread(() -> {
                try {
                    client.send(Client.get("/3").repeat(20_000) + "GET /1 HTTP/1.1\r\nConnection: close\r\n\r\n");
                } catch (IOException broken) {
                    throw new IllegalStateException(broken);
                }
            });

            assertThat(client.readToTheEnd()).satisfies(answers -> {
                assertThat(answers.split("three", -1)).hasSize(20_001);
                assertThat(answers).endsWith("one");
            });
            flood.join();
        }
    }
}
