package gatherandtasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** Fetches on the threads of an executor. {@code invokeAll} waits for all fetches, even if one has failed. */
final class BlockingFetcher implements Fetcher {

    private final ExecutorService threads;

    BlockingFetcher(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public List<String> fetchAll(List<Source> sources) throws Exception {
        var fetches =
                sources.stream().<Callable<String>>map(source -> source::fetch).toList();
        var results = new ArrayList<String>();
        for (var fetched : threads.invokeAll(fetches)) {
            results.add(fetched.get());
        }
        return results;
    }

    @Override
    public List<String> fetchDuringOtherWork(Source first, Source second, Duration otherWork) throws Exception {
        var firstFetched = threads.submit(first::fetch);
        var secondFetched = threads.submit(second::fetch);
        Fetcher.doOtherWork(otherWork);
        return List.of(firstFetched.get(), secondFetched.get());
    }
}
