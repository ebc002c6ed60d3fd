package scraper.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * Fetches one page, and follows redirects as browsers do. The redirects of {@link HttpClient} do not fit, because it
 * rejects many locations that browsers accept.
 */
final class PageFetch {

    /** The limit of browsers. */
    private static final int MAX_REDIRECTS = 20;

    private final HttpClient client;
    private final Limits limits;
    private final String address;
    private final CompletableFuture<Page> page = new CompletableFuture<>();
    private volatile CompletableFuture<?> exchange = CompletableFuture.completedFuture(null);

    private PageFetch(HttpClient client, Limits limits, String address) {
        this.client = client;
        this.limits = limits;
        this.address = address;
    }

    /** Cancelling the future closes the connection. */
    static CompletableFuture<Page> start(HttpClient client, Limits limits, String address) throws FetchException {
        var fetch = new PageFetch(client, limits, address);
        fetch.page.whenComplete((page, failure) -> fetch.exchange.cancel(true));
        fetch.send(WebAddress.parse(address), 0);
        return fetch.page;
    }

    private void send(URI target, int redirects) {
        var response = client.sendAsync(request(target), this::body);
        exchange = response;
        if (page.isDone()) {
            response.cancel(true); // the page was cancelled before this exchange was known
        }
        response.thenAccept(arrived -> received(arrived, target, redirects)).exceptionally(failure -> {
            page.completeExceptionally(failure);
            return null;
        });
    }

    private BodySubscriber<byte[]> body(ResponseInfo head) {
        return ResponseHead.hasPage(head.statusCode())
                ? BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.bytes())
                        .apply(head)
                : new NoBody();
    }

    /** Closes the connection without reading the body. */
    private static final class NoBody implements BodySubscriber<byte[]> {
        @Override
        public CompletionStage<byte[]> getBody() {
            return CompletableFuture.completedFuture(new byte[0]);
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {}

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }

    private static HttpRequest request(URI target) {
        var request = HttpRequest.newBuilder(target).header("User-Agent", "Interleave (a course in concurrency)");
        if (target.getUserInfo() != null) {
            byte[] login = target.getUserInfo().getBytes(UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
        }
        return request.build();
    }

    private void received(HttpResponse<byte[]> response, URI target, int redirects) {
        try {
            var head = new ResponseHead(response);
            if (head.isRedirect()) {
                follow(head, target, redirects);
            } else {
                head.check();
                page.complete(Page.parse(address, head.encoding().decode(response.body(), limits), head.charset()));
            }
        } catch (FetchException failure) {
            page.completeExceptionally(failure);
        }
    }

    private void follow(ResponseHead head, URI target, int redirects) throws FetchException {
        String location = decoded(head.location().orElseThrow());
        if (redirects == MAX_REDIRECTS) {
            throw new FetchException("moved more than " + MAX_REDIRECTS + " times, the last time to " + location);
        }
        URI next;
        try {
            next = WebAddress.resolve(target, location);
        } catch (FetchException invalid) {
            throw new FetchException(head.status() + ", moved to " + location + ": " + invalid.getMessage(), invalid);
        }
        send(next, redirects + 1);
    }

    /**
     * The client reads headers as ISO 8859-1. Servers send UTF-8, or bytes of another charset, which stay as they are.
     */
    private static String decoded(String location) {
        byte[] bytes = location.getBytes(ISO_8859_1);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException otherCharset) {
            var encoded = new StringBuilder();
            for (byte b : bytes) {
                encoded.append(b < 0 ? String.format(Locale.ROOT, "%%%02X", b) : Character.toString(b));
            }
            return encoded.toString();
        }
    }
}
