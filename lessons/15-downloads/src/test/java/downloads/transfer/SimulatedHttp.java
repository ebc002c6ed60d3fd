package downloads.transfer;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscription;

/** A simulated server with one file. Each chunk arrives after a pause, so it can run in virtual time. */
final class SimulatedHttp implements Http {

    /** What happens after the last byte is sent. */
    enum Ending {
        COMPLETE,
        BREAK,
        STALL
    }

    static final int CHUNK = 1_000;

    private final byte[] file;
    private final Executor afterPause;
    private int sentUntil;
    private Ending ending = Ending.COMPLETE;
    private Optional<Map<String, List<String>>> fields = Optional.empty();
    private int cancelled;
    private int requests;

    SimulatedHttp(byte[] file, Duration pause) {
        this(file, delayedExecutor(pause.toNanos(), NANOSECONDS));
    }

    private SimulatedHttp(byte[] file, Executor afterPause) {
        this.file = file;
        this.afterPause = afterPause;
        this.sentUntil = file.length;
    }

    /** A server whose responses have always arrived already. */
    static SimulatedHttp immediate(byte[] file) {
        return new SimulatedHttp(file, Runnable::run);
    }

    /** Makes all further responses end before this byte. */
    synchronized SimulatedHttp until(int position, Ending then) {
        sentUntil = position;
        ending = then;
        return this;
    }

    /** Replaces the header fields of all further responses. */
    synchronized SimulatedHttp withFields(Map<String, List<String>> other) {
        fields = Optional.of(other);
        return this;
    }

    /** The number of bodies that were cancelled before their end. */
    synchronized int cancelled() {
        return cancelled;
    }

    synchronized int requests() {
        return requests;
    }

    @Override
    public synchronized CompletableFuture<Response> get(Request request) {
        requests++;
        var body = new Body();
        body.onSubscribe(new Chunks(body, (int) request.from()));
        int status = request.isForRange() ? 206 : 200;
        var head = HttpHeaders.of(fields.orElseGet(() -> usualFields(request.from())), (name, value) -> true);
        var response = new Response(status, head, body);
        return CompletableFuture.supplyAsync(() -> response, afterPause);
    }

    private Map<String, List<String>> usualFields(long from) {
        return Map.of(
                "ETag", List.of("\"v1\""),
                "Content-Length", List.of("" + (file.length - from)),
                "Content-Range", List.of("bytes " + from + "-" + (file.length - 1) + "/" + file.length));
    }

    private final class Chunks implements Subscription {
        private final Body body;
        private int position;
        private boolean ended;

        Chunks(Body body, int position) {
            this.body = body;
            this.position = position;
        }

        @Override
        public void request(long one) {
            afterPause.execute(this::send);
        }

        private void send() {
            synchronized (SimulatedHttp.this) {
                int end = Math.min(position + CHUNK, sentUntil);
                if (end > position) {
                    var chunk = ByteBuffer.wrap(Arrays.copyOfRange(file, position, end));
                    position = end;
                    body.onNext(List.of(chunk));
                    return;
                }
                ended = ending != Ending.STALL;
            }
            switch (ending) {
                case COMPLETE -> body.onComplete();
                case BREAK -> body.onError(new IOException("connection reset"));
                case STALL -> {}
            }
        }

        @Override
        public void cancel() {
            synchronized (SimulatedHttp.this) {
                if (!ended) {
                    ended = true;
                    cancelled++;
                }
            }
        }
    }
}
