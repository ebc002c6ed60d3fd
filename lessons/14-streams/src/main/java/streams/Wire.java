package streams;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** Publishes telegrams for an exercise, each after a pause, as many as are requested. Prints what it sends. */
final class Wire implements Publisher<String> {

    private final Duration pause;
    private final List<String> telegrams;
    private final boolean isCut;

    /** Sends all telegrams, and then ends. */
    Wire(Duration pause, List<String> telegrams) {
        this(pause, telegrams, false);
    }

    private Wire(Duration pause, List<String> telegrams, boolean isCut) {
        this.pause = pause;
        this.telegrams = telegrams;
        this.isCut = isCut;
    }

    /** Returns a wire that fails after the last telegram. */
    Wire cut() {
        return new Wire(pause, telegrams, true);
    }

    @Override
    public void subscribe(Subscriber<? super String> subscriber) {
        var demand = new Demand();
        Thread sender = Thread.ofVirtual().name("wire").unstarted(() -> send(subscriber, demand));
        subscriber.onSubscribe(new Subscription() {
            @Override
            public void request(long count) {
                demand.add(count);
            }

            @Override
            public void cancel() {
                sender.interrupt();
            }
        });
        sender.start();
    }

    private void send(Subscriber<? super String> subscriber, Demand demand) {
        try {
            for (String telegram : telegrams) {
                demand.take();
                Thread.sleep(pause);
                IO.println("Sent " + telegram);
                subscriber.onNext(telegram);
            }
        } catch (InterruptedException cancelled) {
            IO.println("Cancelled");
            return;
        }
        if (isCut) {
            subscriber.onError(new IOException("the wire is cut"));
        } else {
            subscriber.onComplete();
        }
    }
}
