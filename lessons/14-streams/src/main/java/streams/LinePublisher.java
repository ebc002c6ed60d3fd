package streams;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;

/**
 * Publishes the lines of a source, as many as are requested. Each subscriber opens the source again, and is served by a
 * thread of the executor, which needs one thread for each subscriber. Passes the TCK of Reactive Streams.
 */
public final class LinePublisher implements Publisher<String> {

    private final Callable<Source> opener;
    private final Executor threads;

    /** Opens the source on a thread of the executor. If that fails, so does the subscription. */
    public LinePublisher(Callable<Source> opener, Executor threads) {
        this.opener = opener;
        this.threads = threads;
    }

    @Override
    public void subscribe(Subscriber<? super String> subscriber) {
        var subscription = new LineSubscription(opener, subscriber);
        subscriber.onSubscribe(subscription); // throws if it is null, as rule 1.9 demands
        threads.execute(subscription);
    }
}
