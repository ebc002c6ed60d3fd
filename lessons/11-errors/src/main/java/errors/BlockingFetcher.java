package errors;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Fetches on the threads of an executor. Each call creates one, and closes it. */
final class BlockingFetcher implements Fetcher {

    private final Web web;
    private final Supplier<ExecutorService> executor;

    BlockingFetcher(Web web, Supplier<ExecutorService> executor) {
        this.web = web;
        this.executor = executor;
    }

    @Override
    public List<Result> collectAll(List<URI> addresses) throws Exception {
        var fetches = addresses.stream()
                .<Callable<Result>>map(address -> () -> SafeFetch.fetch(web, address))
                .toList();
        try (var threads = executor.get()) {
            var results = new ArrayList<Result>();
            for (var fetched : threads.invokeAll(fetches)) {
                results.add(fetched.get());
            }
            return results;
        }
    }

    @Override
    public List<String> failFast(List<URI> addresses) throws Exception {
        var fetches = new ArrayList<Future<String>>();
        try (var threads = executor.get()) {
            try {
                var ended = new ExecutorCompletionService<String>(threads);
                for (URI address : addresses) {
                    fetches.add(ended.submit(() -> web.get(address)));
                }
                for (int count = 0; count < fetches.size(); count++) {
                    ended.take().get(); // in the order in which the fetches end, so the first failure is thrown at once
                }
            } finally {
                threads.shutdownNow(); // interrupts the others, and close waits for them
            }
        } catch (ExecutionException failed) {
            throw Failures.withSuppressed(failed.getCause(), Failures.of(fetches));
        }
        return fetches.stream().map(Future::resultNow).toList();
    }
}
