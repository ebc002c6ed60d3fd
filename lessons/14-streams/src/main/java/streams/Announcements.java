package streams;

import static java.time.Duration.ofMillis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SubmissionPublisher;

/** A {@link SubmissionPublisher} that announces six trains, and a subscriber that needs 500 ms for each. */
final class Announcements {

    private static final int TRAINS = 6;

    private final ExecutorService publishers;
    private final ExecutorService subscribers;

    Announcements(ExecutorService publishers, ExecutorService subscribers) {
        this.publishers = publishers;
        this.subscribers = subscribers;
    }

    void run() throws Exception {
        var publisher = new SubmissionPublisher<Integer>(subscribers, Example.CAPACITY);
        CompletableFuture<Void> announced = publisher.consume(Announcements::announce);
        publishers.submit(() -> publish(publisher));
        announced.get();
    }

    private static void publish(SubmissionPublisher<Integer> publisher) {
        try (publisher) {
            for (int train = 1; train <= TRAINS; train++) {
                publisher.submit(train); // waits while the buffer of the subscriber is full
            }
        }
    }

    private static void announce(int train) {
        try {
            Thread.sleep(ofMillis(500));
            IO.println("Announced train " + train);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
