package timeoutsandcancellation;

import java.util.concurrent.Executors;

/** {@code get} with a limit, and {@code cancel(true)} on a pool of one thread. {@code close} waits for its end. */
public final class WithThreadPool implements Fetcher {

    @Override
    public String fetch(Source source, Deadline deadline) throws Exception {
        try (var pool = Executors.newFixedThreadPool(1)) {
            return new BlockingFetcher(pool).fetch(source, deadline);
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithThreadPool());
    }
}
