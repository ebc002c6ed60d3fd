package interleave.localsite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow.Subscription;
import javax.net.ssl.SSLSession;

/** The response of a {@link SimulatedClient}. */
record SimulatedResponse<T>(HttpRequest request, int statusCode, T body) implements HttpResponse<T> {

    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private record Head(int statusCode) implements ResponseInfo {
        @Override
        public HttpHeaders headers() {
            return NO_HEADERS;
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }

    private enum NoBackPressure implements Subscription {
        INSTANCE;

        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }

    /** Passes the text to the body handler, as an HTTP client does with bytes from the network. */
    static <T> SimulatedResponse<T> of(HttpRequest request, int statusCode, String text, BodyHandler<T> handler) {
        var subscriber = handler.apply(new Head(statusCode));
        subscriber.onSubscribe(NoBackPressure.INSTANCE);
        subscriber.onNext(List.of(ByteBuffer.wrap(text.getBytes(UTF_8))));
        subscriber.onComplete();
        return new SimulatedResponse<>(
                request, statusCode, subscriber.getBody().toCompletableFuture().join());
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public HttpHeaders headers() {
        return NO_HEADERS;
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Optional<HttpResponse<T>> previousResponse() {
        return Optional.empty();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return Optional.empty();
    }
}
