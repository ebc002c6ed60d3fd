package errors;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Executors;

/** Fetches on a pool, whose size limits how many addresses are fetched at the same time. */
public final class WithThreadPool implements Fetcher {

    private final BlockingFetcher fetcher;

    /** Each call fetches from this web with a pool of this many threads. */
    public WithThreadPool(Web web, int threads) {
        fetcher = new BlockingFetcher(web, () -> Executors.newFixedThreadPool(threads));
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
        Example.named(args).run(web -> new WithThreadPool(web, 5));
    }
}
