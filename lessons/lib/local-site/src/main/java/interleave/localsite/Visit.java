package interleave.localsite;

import interleave.eventloop.Connection;
import interleave.eventloop.EventLoop;
import interleave.localsite.Pages.Page;
import interleave.localsite.RequestReader.BadRequest;
import interleave.localsite.RequestReader.Request;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One connection, from its first request until one side closes it. Requests are answered one after the other. */
final class Visit {

    /** After how much silence a refused client is hung up on: while it still sends, it would not see the answer. */
    private static final Duration SILENCE = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final Connection connection;
    private final Pages pages;
    private final TrafficCounter counter;
    private final RequestReader requests = new RequestReader();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private CompletableFuture<Void> waiting = CompletableFuture.completedFuture(null);
    private boolean reading;
    private boolean answering;
    private boolean firstByteIsDue;
    private long due;
    private boolean lastAnswer;
    private boolean refused;

    Visit(EventLoop loop, Connection connection, Pages pages, TrafficCounter counter) {
        this.loop = loop;
        this.connection = connection;
        this.pages = pages;
        this.counter = counter;
    }

    /** Completes when the connection is to be closed. */
    CompletableFuture<Void> begin() {
        ended.whenComplete((nothing, cancelled) -> leave());
        read();
        return ended;
    }

    /** Also while an answer is due: else nobody would notice that the client has gone. */
    private void read() {
        if (!reading && !ended.isDone() && !requests.isFull()) {
            reading = true;
            connection.read(requests.room()).whenComplete(this::heard);
        }
    }

    private void heard(Integer count, Throwable failure) {
        reading = false;
        if (failure != null || count < 0) {
            ended.complete(null);
        } else if (refused) {
            ignoreUntilItIsSilent();
        } else if (!answering) {
            serveNext();
        }
        read();
    }

    private void serveNext() {
        try {
            Optional<Request> next = requests.next();
            if (next.isPresent()) {
                lastAnswer = !next.get().keepsAlive();
                serve(pages.at(next.get().target()));
            }
        } catch (BadRequest bad) {
            refuse(bad.status());
        }
    }

    private void serve(Page page) {
        if (!counter.begin(pages.atMost())) {
            send(Response.error(429));
            goOn();
            return;
        }
        answering = true;
        firstByteIsDue = true;
        due = System.nanoTime() + page.latency().toNanos();
        afterwards(page.latency(), () -> page.answer().giveTo(this));
    }

    private void refuse(int status) {
        refused = true;
        send(Response.lastError(status));
        ignoreUntilItIsSilent();
    }

    private void ignoreUntilItIsSilent() {
        requests.clear();
        waiting.cancel(false);
        afterwards(SILENCE, () -> ended.complete(null));
    }

    /** Sends bytes; completes when more of them are welcome. */
    CompletableFuture<Void> send(ByteBuffer bytes) {
        if (firstByteIsDue) {
            firstByteIsDue = false;
            counter.answers(System.nanoTime() - due);
        }
        return connection.write(bytes);
    }

    /** Does {@code next} after {@code pause}, unless the client has gone by then. */
    void afterwards(Duration pause, Runnable next) {
        waiting = loop.sleep(pause);
        waiting.thenRun(() -> {
            if (!ended.isDone()) {
                next.run();
            }
        });
    }

    /** Breaks the connection off; whatever its client has sent ahead is not answered. */
    void reset() {
        connection.reset();
        ended.complete(null);
    }

    /** The answer is complete: the next request may be served. */
    void answered() {
        answering = false;
        counter.end();
        goOn();
    }

    private void goOn() {
        if (lastAnswer) {
            ended.complete(null);
        } else {
            serveNext();
            read();
        }
    }

    private void leave() {
        waiting.cancel(false);
        if (answering) {
            answering = false;
            counter.end();
        }
    }
}
