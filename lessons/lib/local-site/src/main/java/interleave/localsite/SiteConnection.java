package interleave.localsite;

import interleave.eventloop.Connection;
import interleave.eventloop.EventLoop;
import interleave.localsite.Pages.Page;
import interleave.localsite.http.RequestParser;
import interleave.localsite.http.RequestParser.BadRequest;
import interleave.localsite.http.RequestParser.Request;
import interleave.localsite.http.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** The connection of one client, until one side closes it. Serves its requests in order. */
final class SiteConnection {

    /**
     * A rejected client is disconnected when it has sent nothing for this time. Closing the connection while it sends
     * would reset it, and the client would never receive the response.
     */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private static final Set<String> METHODS = Set.of("GET");
    private static final int NO_BODY = 0;

    private final EventLoop loop;
    private final Connection connection;
    private final Pages pages;
    private final TrafficCounter counter;
    private final RequestParser requests = new RequestParser(METHODS, NO_BODY);
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private CompletableFuture<Void> timer = CompletableFuture.completedFuture(null);
    private boolean reading;
    /** The last request that has arrived, with its fields. */
    private Request request = new Request("", "", List.of(), new byte[0], false);
    /** The event of the request that is being served, if any. */
    private Optional<RequestEvent> serving = Optional.empty();

    private boolean firstByteIsDue;
    private long due;
    private boolean lastResponse;
    private boolean rejected;

    SiteConnection(EventLoop loop, Connection connection, Pages pages, TrafficCounter counter) {
        this.loop = loop;
        this.connection = connection;
        this.pages = pages;
        this.counter = counter;
    }

    /** Completes when the connection can be closed. Fails if the code of a page throws an exception. */
    CompletableFuture<Void> serve() {
        read();
        return ended.whenComplete((nothing, failure) -> release());
    }

    /** Reads even while a response is due, because only a pending read notices that the client has disconnected. */
    private void read() {
        if (!reading && !ended.isDone() && !requests.isFull()) {
            reading = true;
            connection.read(requests.room()).whenComplete(this::received).exceptionally(this::fail);
        }
    }

    private void received(Integer count, Throwable failure) {
        reading = false;
        if (failure != null || count < 0) {
            ended.complete(null);
        } else if (rejected) {
            closeAfterSilence();
        } else if (serving.isEmpty()) {
            serveNext();
        }
        read();
    }

    private void serveNext() {
        try {
            Optional<Request> next = requests.next();
            if (next.isPresent()) {
                request = next.get();
                lastResponse = !request.keepsAlive();
                serve(request.target());
            }
        } catch (BadRequest bad) {
            reject(bad.status());
        }
    }

    private void serve(String target) {
        Page page = pages.at(target);
        if (!counter.begin(pages.atMost())) {
            RequestEvent.recordRejected(target);
            send(Response.error(429));
            continueServing();
            return;
        }
        serving = Optional.of(RequestEvent.started(target));
        firstByteIsDue = true;
        due = System.nanoTime() + page.latency().toNanos();
        runAfter(page.latency(), () -> page.handler().handle(this));
    }

    private void reject(int status) {
        rejected = true;
        send(Response.lastError(status));
        closeAfterSilence();
    }

    private void closeAfterSilence() {
        requests.clear();
        timer.cancel(false);
        runAfter(SILENCE, () -> ended.complete(null));
    }

    /**
     * Sends bytes. The future completes when the connection accepts more. If the write fails, the pending read fails
     * too, and ends this connection.
     */
    CompletableFuture<Void> send(ByteBuffer bytes) {
        if (firstByteIsDue) {
            firstByteIsDue = false;
            counter.responds(System.nanoTime() - due);
        }
        return connection.write(bytes);
    }

    /** Runs {@code next} after a pause, unless the connection has ended by then. */
    void runAfter(Duration pause, Runnable next) {
        timer = loop.sleep(pause);
        timer.thenRun(() -> {
            try {
                if (!ended.isDone()) {
                    next.run();
                }
            } catch (RuntimeException broken) {
                fail(broken);
            }
        });
    }

    /** Ends the connection with a failure, which the loop reports. */
    private Integer fail(Throwable failure) {
        ended.completeExceptionally(failure);
        return -1;
    }

    /** The request that is being served. */
    Request request() {
        return request;
    }

    /** Closes the connection after the bytes that were sent. Pipelined requests are not served. */
    void disconnect() {
        ended.complete(null);
    }

    /** Resets the connection. Pipelined requests are not served. */
    void reset() {
        connection.reset();
        ended.complete(null);
    }

    /** The response is complete, so the next request can be served. */
    void responseSent() {
        endRequest();
        continueServing();
    }

    private void continueServing() {
        if (lastResponse) {
            ended.complete(null);
        } else {
            serveNext();
            read();
        }
    }

    private void release() {
        timer.cancel(false);
        endRequest();
    }

    private void endRequest() {
        serving.ifPresent(request -> {
            request.commit();
            counter.end();
        });
        serving = Optional.empty();
    }
}
