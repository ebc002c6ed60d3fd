// says: "Translating three"
// says: wanted no more
package streams;

import static java.time.Duration.ofMillis;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;

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
        var onDesk = new Telegrams(desk);
        wire.subscribe(onDesk);
        try {
            for (var telegram = onDesk.take(); telegram.isPresent(); telegram = onDesk.take()) {
                clerk.translate(telegram.get());
            }
        } finally {
            onDesk.subscription.cancel();
        }
    }

    /** Telegrams that wait for the clerk. An empty element marks the end. */
    private static final class Telegrams implements Subscriber<String> {
        private final BlockingQueue<Optional<String>> waiting = new LinkedBlockingQueue<>();
        private final int desk;
        private volatile Throwable failure;
        private Subscription subscription;

        Telegrams(int desk) {
            this.desk = desk;
        }

        @Override
        public void onSubscribe(Subscription subscribed) {
            subscription = subscribed;
            subscription.request(desk);
        }

        @Override
        public void onNext(String telegram) {
            waiting.add(Optional.of(telegram));
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
            waiting.add(Optional.empty());
        }

        @Override
        public void onComplete() {
            waiting.add(Optional.empty());
        }

        Optional<String> take() throws Exception {
            var telegram = waiting.take();
            if (telegram.isPresent()) {
                subscription.request(1);
            } else if (failure != null) {
                throw new IllegalStateException(failure);
            }
            return telegram;
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
