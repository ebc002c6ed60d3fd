package interleave.localsite;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a {@link LocalSite} answers. Latencies are from the arrival of a request to the first byte of its answer. */
public final class Pages {

    /** How a path answers, and after how long. */
    record Page(Answer answer, Duration latency) {}

    private static final Page NOT_FOUND = new Page(Answer.of(Response.error(404)), Duration.ZERO);

    private final Map<String, Page> pages = new HashMap<>();
    private int atMost = Integer.MAX_VALUE;
    private int port;

    Pages() {}

    /** A page of HTML. */
    public Pages html(String path, String body, Duration latency) {
        return add(path, Answer.of(Response.ok(Response.HTML, body)), latency);
    }

    /** A document of JSON. */
    public Pages json(String path, String body, Duration latency) {
        return add(path, Answer.of(Response.ok(Response.JSON, body)), latency);
    }

    /** A document that is made anew for each request, on the site's own thread: it must not block that. */
    public Pages json(String path, Supplier<String> body, Duration latency) {
        return add(
                path,
                visit -> {
                    visit.send(Response.ok(Response.JSON, body.get()));
                    visit.answered();
                },
                latency);
    }

    /** An error, such as 404, 429 or 500; its text is the status. */
    public Pages status(String path, int status, Duration latency) {
        return add(path, Answer.of(Response.error(status)), latency);
    }

    /** Sends a kilobyte, then after each {@code pause} another one, for as long as the client listens. */
    public Pages neverEnds(String path, Duration pause) {
        return add(path, new Answer.Endless(pause), Duration.ZERO);
    }

    /** Promises a page, sends half of it, and resets the connection. */
    public Pages resets(String path, Duration latency) {
        ByteBuffer half = Response.half(Response.HTML, "<p>To be continued</p>\n".repeat(100));
        return add(path, visit -> visit.send(half.duplicate()).thenRun(visit::reset), latency);
    }

    /** Takes the request, and never answers. */
    public Pages hangs(String path) {
        return add(path, visit -> {}, Duration.ZERO);
    }

    /** Of more requests than this at once, those too many are answered 429 at once. */
    public Pages atMost(int requestsAtOnce) {
        if (requestsAtOnce < 1) {
            throw new IllegalArgumentException("a site that takes " + requestsAtOnce + " requests answers nobody");
        }
        atMost = requestsAtOnce;
        return this;
    }

    /** Listens on this port, and not on any free one. */
    public Pages port(int number) {
        port = number;
        return this;
    }

    private Pages add(String path, Answer answer, Duration latency) {
        if (!path.startsWith("/") || path.contains(" ") || path.contains("?")) {
            throw new IllegalArgumentException("a path begins with / and has no space or question mark: " + path);
        }
        pages.put(path, new Page(answer, latency));
        return this;
    }

    /** Of a request's target; what stands behind a question mark changes nothing. */
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
