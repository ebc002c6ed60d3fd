package errors;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;

/** Fetches each address on its own virtual thread. */
public final class WithVirtualThreads implements Fetcher {

    private final BlockingFetcher fetcher;

    /** Fetches from this web. */
    public WithVirtualThreads(Web web) {
        fetcher = new BlockingFetcher(web, Executors::newVirtualThreadPerTaskExecutor);
    }

    @Override
    public List<Result> collectAll(List<URI> addresses) throws Exception {
        return fetcher.collectAll(addresses);
    }

    @Override
    public List<String> failFast(List<URI> addresses) throws Exception {
        return fetcher.failFast(addresses);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(WithVirtualThreads::new);
    }
}
