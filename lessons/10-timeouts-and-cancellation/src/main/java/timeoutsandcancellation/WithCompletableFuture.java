package timeoutsandcancellation;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Wrong on purpose: {@code orTimeout} and {@code cancel} end a future. The fetch behind it continues. */
public final class WithCompletableFuture implements Fetcher {

    @Override
    public String fetch(Source source, Deadline deadline) throws Exception {
        var response = CompletableFuture.supplyAsync(() -> fetch(source));
        var page = response.thenApply(String::strip).orTimeout(deadline.left().toNanos(), NANOSECONDS);
        try {
            return page.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof TimeoutException ? deadline.exceeded() : failed;
        } finally {
            page.cancel(true); // cancels the step that strips the response
        }
    }

    private static String fetch(Source source) {
        try {
            return source.fetch();
        } catch (Exception failed) {
            throw new CompletionException(failed);
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithCompletableFuture());
    }
}
