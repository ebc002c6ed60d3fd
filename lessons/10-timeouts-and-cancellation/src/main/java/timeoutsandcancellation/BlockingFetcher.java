package timeoutsandcancellation;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;

/** Fetches on another thread, and interrupts that thread at the deadline. */
final class BlockingFetcher implements Fetcher {

    private final ExecutorService threads;

    BlockingFetcher(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public String fetch(Source source, Deadline deadline) throws Exception {
        var fetched = threads.submit(source::fetch);
        try {
            return fetched.get(deadline.left().toNanos(), NANOSECONDS);
        } catch (TimeoutException late) {
            if (fetched.cancel(true)) {
                throw deadline.exceeded();
            }
            return fetched.get(); // the page arrived at the last moment
        } finally {
            fetched.cancel(true); // if the caller is interrupted, the fetch is cancelled, too
        }
    }
}
