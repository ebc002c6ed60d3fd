package timeoutsandcancellation;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** {@code timeout} cancels the task at the deadline, and fails when the task has ended, clean-up included. */
public final class WithEventLoop implements Fetcher {

    @Override
    public String fetch(Source source, Deadline deadline) throws Exception {
        return EventLoop.run(loop -> fetchOn(loop, source, deadline));
    }

    static CompletableFuture<String> fetchOn(EventLoop loop, Source source, Deadline deadline) {
        var fetch = loop.createTask("fetch", () -> source.fetchOn(loop));
        return loop.timeout(deadline.left(), fetch).exceptionally(failure -> {
            boolean exceeded = failure instanceof TimeoutException && fetch.isCancelled();
            throw new CompletionException(exceeded ? deadline.exceeded() : failure);
        });
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithEventLoop());
    }
}
