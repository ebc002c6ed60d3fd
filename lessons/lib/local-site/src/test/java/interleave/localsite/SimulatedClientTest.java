package interleave.localsite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@InVirtualTime
class SimulatedClientTest {
    private final SimulatedClient client =
            new SimulatedClient(ofSeconds(2), address -> "Gr\u00fc\u00dfe von " + address.getPath());

    @Test
    void respondsAfterTheLatency(VirtualClock clock) throws Exception {
        HttpResponse<String> answer = client.send(request("/one"), BodyHandlers.ofString());

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(2));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("Gr\u00fc\u00dfe von /one");
        assertThat(answer.uri()).isEqualTo(URI.create("http://localhost/one"));
    }

    @Test
    void bodyHandlerReceivesUtf8() throws Exception {
        assertThat(client.send(request("/one"), BodyHandlers.ofByteArray()).body())
                .isEqualTo("Gr\u00fc\u00dfe von /one".getBytes(UTF_8));
    }

    @Test
    void asynchronousRequestsOverlap(VirtualClock clock) {
        var answers =
                IntStream.range(0, 3).mapToObj(number -> send("/" + number)).toList();
        assertThat(client.atOnce()).isEqualTo(3);

        answers.forEach(CompletableFuture::join);

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(2));
        assertThat(client.atOnce()).isZero();
        assertThat(client.peak()).isEqualTo(3);
        assertThat(client.givenUp()).isZero();
        assertThat(client.begun()).extracting(URI::getPath).containsExactly("/0", "/1", "/2");
    }

    @Test
    void sequentialRequestsDoNotOverlap(VirtualClock clock) throws Exception {
        for (String path : List.of("/one", "/two", "/three")) {
            client.send(request(path), BodyHandlers.discarding());
        }

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(6));
        assertThat(client.peak()).isEqualTo(1);
    }

    @Test
    void rejectsRequestsBeyondTheLimitAtOnce(VirtualClock clock) throws Exception {
        var limited = new SimulatedClient(ofSeconds(2), URI::getPath, 1);
        var first = limited.sendAsync(request("/one"), BodyHandlers.ofString());

        assertThat(limited.send(request("/two"), BodyHandlers.ofString()).statusCode())
                .isEqualTo(429);
        assertThat(limited.sendAsync(request("/three"), BodyHandlers.ofString())
                        .join()
                        .statusCode())
                .isEqualTo(429);
        assertThat(clock.elapsed()).isEqualTo(ZERO);
        assertThat(limited.begun()).extracting(URI::getPath).containsExactly("/one", "/two", "/three");

        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(limited.send(request("/four"), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        assertThat(limited.peak()).isEqualTo(1);
    }

    @Test
    void interruptAbortsRequest(VirtualClock clock) throws Exception {
        var sending = new FutureTask<>(() -> client.send(request("/one"), BodyHandlers.ofString()));
        Thread thread = Thread.ofVirtual().start(sending);
        Thread.sleep(ofSeconds(1));

        thread.interrupt();

        assertThatThrownBy(sending::get).hasCauseInstanceOf(InterruptedException.class);
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
        assertThat(client.givenUp()).isEqualTo(1);
        assertThat(client.atOnce()).isZero();
    }

    @Test
    void cancellationAbortsRequest(VirtualClock clock) throws Exception {
        var answer = send("/one");
        Thread.sleep(ofSeconds(1));

        answer.cancel(true);
        answer.cancel(true);

        assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
        assertThat(client.givenUp()).isEqualTo(1);
        assertThat(client.atOnce()).isZero();
        Thread.sleep(ofSeconds(2));
        assertThat(client.atOnce()).as("after the time of the response").isZero();
    }

    /** As with the JDK's client, the request continues after {@code cancel(false)}. */
    @Test
    void cancellationWithoutInterruptDoesNotAbortRequest() throws Exception {
        var answer = send("/one");

        answer.cancel(false);

        assertThat(client.atOnce()).isEqualTo(1);
        Thread.sleep(ofSeconds(2).plusNanos(1));
        assertThat(client.atOnce()).isZero();
        assertThat(client.givenUp()).isZero();
    }

    @Test
    void cancellingDependentFutureDoesNotAbortRequest() throws Exception {
        var text = send("/one").thenApply(HttpResponse::body).orTimeout(1, TimeUnit.SECONDS);

        assertThatThrownBy(text::join).isInstanceOf(CompletionException.class);

        assertThat(client.atOnce()).isEqualTo(1);
        assertThat(client.givenUp()).isZero();
    }

    @Test
    void requestFailsWithExceptionOfPage() throws IOException, InterruptedException {
        var broken = new SimulatedClient(ofSeconds(2), address -> {
            throw new IllegalStateException("no page " + address.getPath());
        });

        assertThatThrownBy(() -> broken.send(request("/one"), BodyHandlers.ofString()))
                .hasMessage("no page /one");
        assertThatThrownBy(broken.sendAsync(request("/two"), BodyHandlers.ofString())::join)
                .hasRootCauseMessage("no page /two");
        assertThat(broken.atOnce()).isZero();
    }

    private CompletableFuture<HttpResponse<String>> send(String path) {
        return client.sendAsync(request(path), BodyHandlers.ofString());
    }

    private static HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost" + path)).build();
    }
}
