package streams;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.FutureTask;

/** Serves one subscriber on one thread, so its signals are never concurrent. Cancelling it interrupts the thread. */
final class LineSubscription implements Subscription, Runnable {

    private final Callable<Source> opener;
    private final Subscriber<? super String> subscriber;
    private final Demand demand = new Demand();
    private final FutureTask<Void> publishing = new FutureTask<>(this::publish, null);

    LineSubscription(Callable<Source> opener, Subscriber<? super String> subscriber) {
        this.opener = opener;
        this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
        demand.add(count);
    }

    @Override
    public void cancel() {
        publishing.cancel(true);
    }

    @Override
    public void run() {
        publishing.run();
    }

    private void publish() {
        try {
            publishLines();
        } catch (Exception failure) {
            if (!publishing.isCancelled()) {
                subscriber.onError(failure);
            }
            return;
        }
        if (!publishing.isCancelled()) {
            subscriber.onComplete();
        }
    }

    /** Reads one line ahead of the demand, because the end must be signalled even without demand. */
    private void publishLines() throws Exception {
        try (Source source = opener.call()) {
            var lines = new Lines(source);
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                demand.take();
                if (publishing.isCancelled()) {
                    return;
                }
                subscriber.onNext(line.get());
            }
        }
    }
}
