package streams;

import static java.time.Duration.ofMillis;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** A telegraph office: telegrams arrive over the wire, and a clerk translates one after the other. */
final class TelegraphOffice {

    /** Translates a telegram, which takes a while. Returns whether the clerk wants another one. */
    interface Clerk {
        boolean translate(String telegram) throws Exception;
    }

    /**
     * Lets the clerk translate all telegrams in order, on the calling thread. Returns when all are translated. When the
     * clerk wants no more, cancels the subscription and returns.
     *
     * @param desk how many telegrams may wait for the clerk, at least two
     * @throws Exception the exception of the publisher, after all telegrams before it are translated, or that of the
     *     clerk
     */
    static void open(Publisher<String> wire, int desk, Clerk clerk) throws Exception {
        var work = new LinkedBlockingQueue<Callable<Boolean>>();
        var subscription = new AtomicReference<Subscription>();
        wire.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscribed) {
                subscription.set(subscribed);
                subscribed.request(desk);
            }

            @Override
            public void onNext(String telegram) {
                work.add(() -> {
                    subscription.get().request(1);
                    return clerk.translate(telegram);
                });
            }

            @Override
            public void onError(Throwable thrown) {
                work.add(() -> {
                    throw (Exception) thrown;
                });
            }

            @Override
            public void onComplete() {
                work.add(() -> false);
            }
        });
        try {
            while (work.take().call()) {}
        } finally {
            subscription.get().cancel();
        }
    }

    static void main() throws Exception {
        open(new Wire(ofMillis(1_000), List.of("one", "two", "three", "four", "five", "six")), 2, telegram -> {
            IO.println("Translating " + telegram);
            Thread.sleep(ofMillis(2_500));
            return true;
        });
    }
}
