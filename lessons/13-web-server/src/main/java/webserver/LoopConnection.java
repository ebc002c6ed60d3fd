package webserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.eventloop.Connection;
import interleave.eventloop.EventLoop;
import interleave.localsite.http.RequestParser;
import interleave.localsite.http.RequestParser.BadRequest;
import interleave.localsite.http.RequestParser.Request;
import interleave.localsite.http.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The connection of one client on the loop. Answers its requests one after the other; no method blocks. */
final class LoopConnection {
    private static final Set<String> METHODS = Set.of("GET", "POST");
    /** How long a rejected client may still send. Closing at once could keep it from reading its answer. */
    private static final Duration LINGER = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final Connection connection;
    private final Site site;
    private final RequestParser requests = new RequestParser(METHODS, Site.LARGEST_BODY);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private boolean answering;
    private boolean stopping;

    LoopConnection(EventLoop loop, Connection connection, Site site) {
        this.loop = loop;
        this.connection = connection;
        this.site = site;
    }

    /** Completes when the connection can be closed. Fails when the client has disconnected. */
    CompletableFuture<Void> serve() {
        serveNext();
        return ended;
    }

    /** Ends the connection after the current answer, or at once if there is none. */
    CompletableFuture<Void> stop() {
        stopping = true;
        if (!answering) {
            ended.complete(null);
        }
        return ended;
    }

    private void serveNext() {
        try {
            Optional<Request> request = requests.next();
            if (request.isPresent()) {
                answer(request.get());
            } else {
                read();
            }
        } catch (BadRequest bad) {
            reject(bad.status());
        }
    }

    /** Reads more bytes. It uses callbacks, because a chain of futures would grow as long as the connection is open. */
    private void read() {
        connection
                .read(requests.room())
                .thenAccept(count -> {
                    if (count < 0) {
                        ended.complete(null);
                    } else {
                        serveNext();
                    }
                })
                .exceptionally(this::fail);
    }

    private void answer(Request request) {
        answering = true;
        Page page = Page.find(site, request.method(), path(request), new String(request.body(), UTF_8));
        loop.sleep(page.backEnd())
                .thenCompose(responded -> send(page.answer(), request.keepsAlive() && !stopping))
                .thenAccept(sent -> {
                    answering = false;
                    if (request.keepsAlive() && !stopping) {
                        serveNext();
                    } else {
                        ended.complete(null);
                    }
                })
                .exceptionally(this::fail);
    }

    private static String path(Request request) {
        int query = request.target().indexOf('?');
        return query < 0 ? request.target() : request.target().substring(0, query);
    }

    private CompletableFuture<Void> send(Answer answer, boolean keepsAlive) {
        return connection.write(Response.of(answer.status(), Answer.TYPE, answer.html(), keepsAlive));
    }

    private void reject(int status) {
        connection.write(Response.lastError(status)).exceptionally(this::fail);
        loop.timeout(LINGER, discardInput()).whenComplete((end, timeout) -> ended.complete(null));
    }

    private CompletableFuture<Void> discardInput() {
        return connection
                .read(ByteBuffer.allocate(Site.LARGEST_BODY))
                .thenCompose(count -> count < 0 ? loop.completed(null) : discardInput());
    }

    private Void fail(Throwable failure) {
        ended.completeExceptionally(failure);
        return null;
    }
}
