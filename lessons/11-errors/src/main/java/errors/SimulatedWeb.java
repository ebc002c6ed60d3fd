package errors;

import interleave.eventloop.EventLoop;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A web without sockets. A fetch is only a pause, after which the body is there or the fetch fails. */
public final class SimulatedWeb implements Web, AsyncWeb {

    private record Page(Duration latency, Callable<String> body) {}

    private final Map<URI, Page> pages = new LinkedHashMap<>();

    /** A page that answers. */
    public SimulatedWeb page(String path, Duration latency) {
        return add(path, latency, () -> "The body of " + path);
    }

    /** A page whose answer has this status. */
    public SimulatedWeb status(String path, int status, Duration latency) {
        return add(path, latency, () -> {
            throw new StatusException(address(path), status);
        });
    }

    /** A page that does not answer within the timeout. */
    public SimulatedWeb hangs(String path, Duration timeout) {
        return add(path, timeout, () -> {
            throw new HttpTimeoutException("request timed out");
        });
    }

    /** A page of this body, or exception. */
    public SimulatedWeb add(String path, Duration latency, Callable<String> body) {
        pages.put(address(path), new Page(latency, body));
        return this;
    }

    /** The address of a path of this web. */
    public static URI address(String path) {
        return URI.create("http://localhost" + path);
    }

    /** All addresses, in the order in which they were added. */
    public List<URI> addresses() {
        return List.copyOf(pages.keySet());
    }

    @Override
    public String get(URI address) throws Exception {
        Page page = pages.get(address);
        Thread.sleep(page.latency());
        return page.body().call();
    }

    @Override
    public CompletableFuture<String> get(EventLoop loop, URI address) {
        Page page = pages.get(address);
        return loop.sleep(page.latency()).thenCompose(slept -> {
            try {
                return CompletableFuture.completedFuture(page.body().call());
            } catch (Exception failure) {
                return CompletableFuture.failedFuture(failure);
            }
        });
    }
}
