package gatherandtasks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** Uses a thread pool, whose size limits how many sources are fetched at the same time. */
public final class WithThreadPool implements Fetcher {

    private final int threads;

    /** Creates a fetcher whose pool has this many threads. */
    public WithThreadPool(int threads) {
        this.threads = threads;
    }

    @Override
    public List<String> fetchAll(List<Source> sources) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return new BlockingFetcher(pool).fetchAll(sources);
        }
    }

    @Override
    public List<String> fetchDuringOtherWork(Source first, Source second, Duration otherWork) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return new BlockingFetcher(pool).fetchDuringOtherWork(first, second, otherWork);
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithThreadPool(3));
    }
}
