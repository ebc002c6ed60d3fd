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
        var onDesk = new Telegrams();
        wire.subscribe(onDesk);
        for (var telegram = onDesk.take(); telegram.isPresent(); telegram = onDesk.take()) {
            clerk.translate(telegram.get()); // TODO: stop when the clerk wants no more
        }
    }

    /** Telegrams that wait for the clerk. An empty element marks the end. */
    private static final class Telegrams implements Subscriber<String> {
        private final BlockingQueue<Optional<String>> waiting = new LinkedBlockingQueue<>();

        @Override
        public void onSubscribe(Subscription subscribed) {
            // TODO: this requests all telegrams at once. Limit the demand to what may wait on the desk.
            subscribed.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String telegram) {
            waiting.add(Optional.of(telegram));
        }

        @Override
        public void onError(Throwable thrown) {
            // TODO: throw it in open, after the telegrams that are already there
        }

        @Override
        public void onComplete() {
            waiting.add(Optional.empty());
        }

        Optional<String> take() throws Exception {
            return waiting.take();
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
