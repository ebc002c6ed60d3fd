package streams;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;

/**
 * Publishes only as many lines of a source as are requested. For each subscriber, it opens the source again, and
 * occupies one thread of the executor. Passes the TCK of Reactive Streams.
 */
public final class LinePublisher implements Publisher<String> {

    private final Callable<Source> opener;
    private final Executor threads;

    /** Opens the source on a thread of the executor. If that fails, the subscriber receives the exception. */
    public LinePublisher(Callable<Source> opener, Executor threads) {
        this.opener = opener;
        this.threads = threads;
    }

    @Override
    public void subscribe(Subscriber<? super String> subscriber) {
        var subscription = new LineSubscription(opener, subscriber);
        subscriber.onSubscribe(subscription); // throws if it is null, as rule 1.9 requires
        threads.execute(subscription);
    }
}
