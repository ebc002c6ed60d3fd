package gatherandtasks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

/** Uses one virtual thread per fetch. */
public final class WithVirtualThreads implements Fetcher {

    @Override
    public List<String> fetchAll(List<Source> sources) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new BlockingFetcher(threads).fetchAll(sources);
        }
    }

    @Override
    public List<String> fetchDuringOtherWork(Source first, Source second, Duration otherWork) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return new BlockingFetcher(threads).fetchDuringOtherWork(first, second, otherWork);
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithVirtualThreads());
    }
}
