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
 * An HTTP client without a network: each request sleeps for its latency and then gets its response, so the client can
 * run in virtual time. It counts requests. Interruption and cancellation work as in the JDK's client. Thread-safe.
 */
public final class SimulatedClient extends HttpClient {

    private final Duration latency;
    private final Function<URI, String> pages;
    private final int atMost;
    private final List<URI> begun = new ArrayList<>();
    private int atOnce;
    private int peak;
    private int givenUp;

    /** A client whose responses have status 200 and the body that {@code pages} returns for their address. */
    public SimulatedClient(Duration latency, Function<URI, String> pages) {
        this(latency, pages, Integer.MAX_VALUE);
    }

    /** A client that serves {@code atMost} requests at the same time. Each further one gets a 429 without latency. */
    public SimulatedClient(Duration latency, Function<URI, String> pages, int atMost) {
        this.latency = latency;
        this.pages = pages;
        this.atMost = atMost;
    }

    /** The addresses of all requests so far, in order. */
    public synchronized List<URI> begun() {
        return List.copyOf(begun);
    }

    /** The number of requests in progress. */
    public synchronized int atOnce() {
        return atOnce;
    }

    /** The largest number of requests in progress at the same time. */
    public synchronized int peak() {
        return peak;
    }

    /** The number of requests that were interrupted or cancelled. */
    public synchronized int givenUp() {
        return givenUp;
    }

    /** The request that is served from now on; empty if it gets a 429. */
    private synchronized Optional<RequestEvent> begin(URI address) {
        begun.add(address);
        if (atOnce == atMost) {
            RequestEvent.recordRejected(address.getPath());
            return Optional.empty();
        }
        atOnce++;
        peak = Math.max(peak, atOnce);
        return Optional.of(RequestEvent.started(address.getPath()));
    }

    private synchronized void end(RequestEvent request, boolean answered) {
        request.commit();
        atOnce--;
        if (!answered) {
            givenUp++;
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Optional<RequestEvent> served = begin(request.uri());
        if (served.isEmpty()) {
            return SimulatedResponse.of(request, 429, "", handler);
        }
        boolean answered = false;
        try {
            Thread.sleep(latency);
            answered = true;
        } finally {
            end(served.get(), answered);
        }
        return page(request, handler);
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
        Optional<RequestEvent> served = begin(request.uri());
        if (served.isEmpty()) {
            return CompletableFuture.completedFuture(SimulatedResponse.of(request, 429, "", handler));
        }
        var response = new Exchange<HttpResponse<T>>(served.get());
        CompletableFuture.delayedExecutor(latency.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> {
                    if (response.endInTime()) {
                        // with complete(page(...)), an exception of the page would be lost
                        response.completeAsync(() -> page(request, handler), Runnable::run);
                    }
                });
        return response;
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushes) {
        return sendAsync(request, handler);
    }

    private <T> HttpResponse<T> page(HttpRequest request, BodyHandler<T> handler) {
        return SimulatedResponse.of(request, 200, pages.apply(request.uri()), handler);
    }

    /** As with the JDK's client, only {@code cancel(true)} aborts the request. */
    private final class Exchange<T> extends CompletableFuture<T> {
        private final RequestEvent request;
        private boolean over;

        Exchange(RequestEvent request) {
            this.request = request;
        }

        /** Ends the request. Returns false if it was already aborted. */
        synchronized boolean endInTime() {
            boolean inTime = !over;
            if (inTime) {
                over = true;
                end(request, true);
            }
            return inTime;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            if (mayInterruptIfRunning) {
                abort();
            }
            return super.cancel(mayInterruptIfRunning);
        }

        private synchronized void abort() {
            if (!over) {
                over = true;
                end(request, false);
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
        throw new UnsupportedOperationException("a simulated client has no TLS");
    }

    @Override
    public SSLParameters sslParameters() {
        throw new UnsupportedOperationException("a simulated client has no TLS");
    }
}
