package gatherandtasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A pool, whose threads limit how many fetch at once. {@code invokeAll} waits for all, also when one has failed. */
public final class WithThreadPool implements Fetcher {

    private final int threads;

    /** A fetcher with this many threads. */
    public WithThreadPool(int threads) {
        this.threads = threads;
    }

    @Override
    public List<String> fetchAll(List<Source> sources) throws Exception {
        var fetches =
                sources.stream().<Callable<String>>map(source -> source::fetch).toList();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<String>();
            for (var fetched : pool.invokeAll(fetches)) {
                results.add(fetched.get());
            }
            return results;
        }
    }

    @Override
    public List<String> fetchDuringOtherWork(Source first, Source second, Duration otherWork) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var firstFetched = pool.submit(first::fetch);
            var secondFetched = pool.submit(second::fetch);
            Fetcher.doOtherWork(otherWork);
            return List.of(firstFetched.get(), secondFetched.get());
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithThreadPool(3));
    }
}
