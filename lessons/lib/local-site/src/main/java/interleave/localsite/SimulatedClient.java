package interleave.localsite;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * An HTTP client without a network: each request is answered after a latency, which is a mere wait and so can be
 * virtual. It counts, and for the rest behaves as the JDK's own: whoever is interrupted has given up the request.
 */
public final class SimulatedClient extends HttpClient {

    private final Duration latency;
    private final Function<URI, String> pages;
    private final int atMost;
    private final List<URI> begun = new ArrayList<>();
    private int atOnce;
    private int peak;
    private int givenUp;

    /** Answers every request with what {@code pages} says. */
    public SimulatedClient(Duration latency, Function<URI, String> pages) {
        this(latency, pages, Integer.MAX_VALUE);
    }

    /** Of more than {@code atMost} requests at once, those too many are answered 429 at once. */
    public SimulatedClient(Duration latency, Function<URI, String> pages, int atMost) {
        this.latency = latency;
        this.pages = pages;
        this.atMost = atMost;
    }

    /** The addresses asked for so far, in the order of asking. */
    public synchronized List<URI> begun() {
        return List.copyOf(begun);
    }

    /** How many requests are on their way now. */
    public synchronized int atOnce() {
        return atOnce;
    }

    /** The most requests there ever were at once. */
    public synchronized int peak() {
        return peak;
    }

    /** How many requests were interrupted or cancelled. */
    public synchronized int givenUp() {
        return givenUp;
    }

    private synchronized boolean begin(URI address) {
        begun.add(address);
        if (atOnce == atMost) {
            return false;
        }
        atOnce++;
        peak = Math.max(peak, atOnce);
        return true;
    }

    private synchronized void end(boolean answered) {
        atOnce--;
        if (!answered) {
            givenUp++;
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        if (!begin(request.uri())) {
            return SimulatedResponse.of(request, 429, "", handler);
        }
        boolean answered = false;
        try {
            Thread.sleep(latency);
            answered = true;
        } finally {
            end(answered);
        }
        return page(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        if (!begin(request.uri())) {
            return CompletableFuture.completedFuture(SimulatedResponse.of(request, 429, "", handler));
        }
        var answer = new Exchange<HttpResponse<T>>();
        CompletableFuture.delayedExecutor(latency.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> {
                    if (answer.isOnItsWay()) {
                        answer.completeAsync(() -> page(request, handler), Runnable::run); // a page may fail, too
                    }
                });
        return answer;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    private <T> HttpResponse<T> page(HttpRequest request, BodyHandler<T> handler) {
        return SimulatedResponse.of(request, 200, pages.apply(request.uri()), handler);
    }

    /** As that of the JDK's client: only {@code cancel(true)} gives up the request. */
    private final class Exchange<T> extends CompletableFuture<T> {
        private boolean over;

        /** Ends it; false when it was given up before. */
        synchronized boolean isOnItsWay() {
            boolean before = !over;
            if (before) {
                over = true;
                end(true);
            }
            return before;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            if (mayInterruptIfRunning) {
                giveUp();
            }
            return super.cancel(mayInterruptIfRunning);
        }

        private synchronized void giveUp() {
            if (!over) {
                over = true;
                end(false);
            }
        }
    }

    @Override
    public Version version() {
        return Version.HTTP_1_1;
    }

    @Override
    public Redirect followRedirects() {
        return Redirect.NEVER;
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return Optional.empty();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return Optional.empty();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return Optional.empty();
    }

    @Override
    public Optional<Executor> executor() {
        return Optional.empty();
    }

    @Override
    public SSLContext sslContext() {
        throw new UnsupportedOperationException("nothing is encrypted here");
    }

    @Override
    public SSLParameters sslParameters() {
        throw new UnsupportedOperationException("nothing is encrypted here");
    }
}
