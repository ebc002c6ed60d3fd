package interleave.localsite;

import interleave.localsite.http.RequestParser.Request;
import interleave.localsite.http.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The pages of a {@link LocalSite}, each with its path. A latency is the time from the arrival of a request to the
 * first byte of its response.
 */
public final class Pages {

    /** The handler that sends the response of a path, and its latency. */
    record Page(PageHandler handler, Duration latency) {}

    private static final Page NOT_FOUND = new Page(PageHandler.of(Response.error(404)), Duration.ZERO);

    private final Map<String, Page> pages = new HashMap<>();
    private int atMost = Integer.MAX_VALUE;
    private int port;

    Pages() {}

    /** An HTML page. */
    public Pages html(String path, String body, Duration latency) {
        return add(path, PageHandler.of(Response.ok(Response.HTML, body)), latency);
    }

    /** A JSON document. */
    public Pages json(String path, String body, Duration latency) {
        return add(path, PageHandler.of(Response.ok(Response.JSON, body)), latency);
    }

    /**
     * A JSON document that is computed for each request, on the site's own thread: {@code body} must not block. If it
     * throws an exception, the connection is closed and the exception is printed to stderr.
     */
    public Pages json(String path, Supplier<String> body, Duration latency) {
        return add(
                path,
                connection -> {
                    connection.send(Response.ok(Response.JSON, body.get()));
                    connection.responseSent();
                },
                latency);
    }

    /** A file that can be requested in parts. */
    public Pages file(String path, SiteFile file, Duration latency) {
        return replies(path, file::reply, latency);
    }

    /**
     * A response that is computed for each request, on the site's own thread: {@code replies} must not block. It may
     * violate the protocol, to see what a client does then.
     */
    public Pages replies(String path, Function<Request, Reply> replies, Duration latency) {
        return add(
                path, connection -> new ReplySender(connection, replies.apply(connection.request())).send(), latency);
    }

    /** An error response, such as 404, 429 or 500. Its body is the text of the status line. */
    public Pages status(String path, int status, Duration latency) {
        return add(path, PageHandler.of(Response.error(status)), latency);
    }

    /** A page that is unavailable at first: 503 for this many requests, and then a JSON document. */
    public Pages recovers(String path, int failures, String body, Duration latency) {
        var requests = new AtomicInteger();
        PageHandler unavailable = PageHandler.of(Response.error(503));
        PageHandler available = PageHandler.of(Response.ok(Response.JSON, body));
        return add(
                path,
                connection -> (requests.incrementAndGet() > failures ? available : unavailable).handle(connection),
                latency);
    }

    /** An endless body: a kilobyte at first, and another one after each {@code pause}, until the client disconnects. */
    public Pages neverEnds(String path, Duration pause) {
        return add(path, new PageHandler.Endless(pause), Duration.ZERO);
    }

    /** Sends the head and half of the body, then resets the connection. */
    public Pages resets(String path, Duration latency) {
        ByteBuffer half = Response.half(Response.HTML, "<p>To be continued</p>\n".repeat(100));
        return add(path, connection -> connection.send(half.duplicate()).thenRun(connection::reset), latency);
    }

    /** Accepts the request and never responds. */
    public Pages hangs(String path) {
        return add(path, connection -> {}, Duration.ZERO);
    }

    /** Limits how many requests are served at the same time. Each further one gets a 429 without latency. */
    public Pages atMost(int requestsAtOnce) {
        if (requestsAtOnce < 1) {
            throw new IllegalArgumentException(
                    "the limit must be at least 1 request at a time, but it is " + requestsAtOnce);
        }
        atMost = requestsAtOnce;
        return this;
    }

    /** Listens on this port. The default is 0, any free port. */
    public Pages port(int number) {
        port = number;
        return this;
    }

    private Pages add(String path, PageHandler handler, Duration latency) {
        if (!path.startsWith("/") || path.contains(" ") || path.contains("?")) {
            throw new IllegalArgumentException(
                    "a path must start with / and must not contain a space or a question mark: " + path);
        }
        pages.put(path, new Page(handler, latency));
        return this;
    }

    /** The page for the target of a request. The query string is ignored. */
    Page at(String target) {
        int query = target.indexOf('?');
        return pages.getOrDefault(query < 0 ? target : target.substring(0, query), NOT_FOUND);
    }

    int atMost() {
        return atMost;
    }

    int port() {
        return port;
    }
}
