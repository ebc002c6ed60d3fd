package streams;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;

/** Keeps received lines in a queue. The queue is unbounded, but the demand is limited. */
final class QueueingSubscriber implements Subscriber<String> {

    private final int capacity;
    private final BlockingQueue<Optional<String>> queue = new LinkedBlockingQueue<>();
    private Subscription subscription;
    private volatile Throwable failure;

    QueueingSubscriber(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void onSubscribe(Subscription subscribed) {
        subscription = subscribed;
        subscription.request(capacity);
    }

    @Override
    public void onNext(String line) {
        queue.add(Optional.of(line));
    }

    @Override
    public void onError(Throwable thrown) {
        failure = thrown;
        queue.add(Optional.empty());
    }

    @Override
    public void onComplete() {
        queue.add(Optional.empty());
    }

    /** Waits for the next line, and requests another one in its place. An empty result means the end. */
    Optional<String> take() throws Exception {
        var line = queue.take();
        if (line.isPresent()) {
            subscription.request(1);
        } else if (failure != null) {
            throw failure instanceof Exception exception ? exception : new IllegalStateException(failure);
        }
        return line;
    }

    void cancel() {
        subscription.cancel();
    }

    /** The waiting lines, for measurements. */
    Queue<Optional<String>> queue() {
        return queue;
    }
}
