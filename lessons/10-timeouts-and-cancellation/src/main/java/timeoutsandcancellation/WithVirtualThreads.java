package timeoutsandcancellation;

import java.util.concurrent.Executors;

/** {@code get} with a limit, and {@code cancel(true)} on a virtual thread. {@code close} waits for its end. */
public final class WithVirtualThreads implements Fetcher {

    @Override
    public String fetch(Source source, Deadline deadline) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new BlockingFetcher(threads).fetch(source, deadline);
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithVirtualThreads());
    }
}
