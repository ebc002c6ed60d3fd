package timeoutsandcancellation;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Fetches pages, and prints how each fetch has ended. */
final class Caller {

    private final Fetcher fetcher;

    Caller(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Fetches a page that is wanted within {@code limit}. */
    void fetch(Source source, Duration limit) throws InterruptedException {
        print(() -> fetcher.fetch(source, Deadline.after("page", limit)));
    }

    /** The same, but a user interrupts the fetch if it has not ended after {@code patience}. */
    void fetchUntilInterrupted(Source source, Duration limit, Duration patience) throws InterruptedException {
        Thread caller = Thread.currentThread();
        Thread user = Thread.ofVirtual().name("user").start(() -> {
            try {
                Thread.sleep(patience);
                caller.interrupt();
            } catch (InterruptedException tooLate) {
                Thread.currentThread().interrupt(); // ends this thread, because the fetch has ended
            }
        });
        try {
            fetch(source, limit);
        } catch (InterruptedException ended) {
            IO.println("Interrupted by the user");
        }
        user.interrupt();
        user.join();
    }

    static void print(Callable<String> fetch) throws InterruptedException {
        try {
            IO.println("Page: " + fetch.call());
        } catch (InterruptedException ended) {
            throw ended;
        } catch (DeadlineExceededException late) {
            IO.println("Gave up: " + late.getMessage());
        } catch (Exception failed) {
            Throwable cause = causeOf(failed);
            IO.println("Failed: " + cause.getClass().getSimpleName() + ", " + cause.getMessage());
        }
    }

    /** The exception of the fetch, without those that wrap it. */
    private static Throwable causeOf(Throwable failure) {
        boolean wraps = failure.getCause() != null && !(failure instanceof IOException);
        return wraps ? causeOf(failure.getCause()) : failure;
    }
}
