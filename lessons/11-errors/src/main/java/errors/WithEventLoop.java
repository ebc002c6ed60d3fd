package errors;

import errors.Result.Fetched;
import errors.Result.Missing;
import interleave.eventloop.EventLoop;
import interleave.eventloop.Task;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Fetches all addresses on one thread, each as a task. An exception completes the future of its task. */
public final class WithEventLoop implements Fetcher {

    private final AsyncWeb web;

    /** Fetches from this web. */
    public WithEventLoop(AsyncWeb web) {
        this.web = web;
    }

    @Override
    public List<Result> collectAll(List<URI> addresses) throws Exception {
        return EventLoop.run(loop -> {
            var fetches = addresses.stream()
                    .map(address -> loop.createTask(address.getPath(), () -> safeFetch(loop, address)));
            return loop.gather(fetches.toList());
        });
    }

    private CompletionStage<Result> safeFetch(EventLoop loop, URI address) {
        return web.get(loop, address)
                .<Result>thenApply(body -> new Fetched(address, body))
                .exceptionally(failure -> missing(address, Failures.unwrapped(failure)))
                .thenApply(result -> {
                    IO.println(result);
                    return result;
                });
    }

    private static Missing missing(URI address, Throwable failure) {
        if (failure instanceof CancellationException || failure instanceof Error) {
            throw new CompletionException(failure);
        }
        return new Missing(address, failure);
    }

    @Override
    public List<String> failFast(List<URI> addresses) throws Exception {
        return EventLoop.run(loop -> {
            var fetches = addresses.stream()
                    .map(address -> loop.createTask(address.getPath(), () -> web.get(loop, address)))
                    .toList();
            return loop.gather(fetches).exceptionallyCompose(first -> stop(loop, fetches, first));
        });
    }

    /** Cancels the other fetches, waits for their end, and then fails with the first exception. */
    private static <T> CompletionStage<T> stop(EventLoop loop, List<Task<String>> fetches, Throwable first) {
        fetches.forEach(fetch -> fetch.cancel(true));
        return loop.gatherSettled(fetches)
                .thenCompose(ended -> CompletableFuture.failedFuture(
                        Failures.withSuppressed(Failures.unwrapped(first), Failures.of(ended))));
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(WithEventLoop::new);
    }
}
