package downloads.transfer;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * The body of a response, which arrives in chunks. A chunk is requested only when the caller wants it, so that at most
 * one has arrived and is not written yet. Thread-safe.
 */
final class Body implements BodySubscriber<Body>, AutoCloseable {

    private final CompletableFuture<Subscription> subscribed = new CompletableFuture<>();
    /** The chunk that the caller waits for. */
    private CompletableFuture<List<ByteBuffer>> awaited = new CompletableFuture<>();
    /** Done when the body has ended: without buffers, or with a failure. */
    private final CompletableFuture<List<ByteBuffer>> ended = new CompletableFuture<>();

    /** Requests the next chunk. No buffers mean the end. Call it again when the future is complete. */
    synchronized CompletableFuture<List<ByteBuffer>> next() {
        if (ended.isDone()) {
            return ended;
        }
        awaited = new CompletableFuture<>();
        subscribed.thenAccept(subscription -> subscription.request(1));
        return awaited;
    }

    /** Available at once: the chunks arrive later. */
    @Override
    public CompletionStage<Body> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        subscribed.complete(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> chunk) {
        awaited().complete(chunk);
    }

    @Override
    public void onError(Throwable failure) {
        ended.completeExceptionally(failure);
        awaited().completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        ended.complete(List.of());
        awaited().complete(List.of());
    }

    private synchronized CompletableFuture<List<ByteBuffer>> awaited() {
        return awaited;
    }

    /** Closes the connection, unless the body has arrived completely. */
    @Override
    public void close() {
        subscribed.thenAccept(Subscription::cancel);
    }
}
