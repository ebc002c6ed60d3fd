package gatherandtasks;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs tasks on one thread. {@code gather} fails at the first exception, and the other tasks continue. */
public final class WithEventLoop implements Fetcher {

    @Override
    public List<String> fetchAll(List<Source> sources) throws Exception {
        return EventLoop.run(loop -> gather(loop, sources));
    }

    @Override
    public List<String> fetchDuringOtherWork(Source first, Source second, Duration otherWork) throws Exception {
        return EventLoop.run(loop -> {
            var firstFetched = loop.createTask(first.name(), () -> fetch(loop, first));
            var secondFetched = loop.createTask(second.name(), () -> fetch(loop, second));
            IO.println("Doing other work");
            return loop.sleep(otherWork)
                    .thenRun(() -> IO.println("Other work done"))
                    .thenCompose(done -> firstFetched)
                    .thenCompose(data -> secondFetched.thenApply(more -> List.of(data, more)));
        });
    }

    /** Waits on the loop, because {@code EventLoop.run} cancels unfinished tasks when it ends. */
    @Override
    public void fetchAllAndGoOn(List<Source> sources, Duration afterwards) throws Exception {
        EventLoop.run(loop -> gather(loop, sources)
                .exceptionally(failed -> {
                    IO.println("Failed: " + failed.getMessage());
                    return List.of();
                })
                .thenCompose(reported -> loop.sleep(afterwards)));
    }

    private static CompletableFuture<List<String>> gather(EventLoop loop, List<Source> sources) {
        var fetches = sources.stream().map(source -> loop.createTask(source.name(), () -> fetch(loop, source)));
        return loop.gather(fetches.toList());
    }

    private static CompletionStage<String> fetch(EventLoop loop, Source source) {
        IO.println("Fetching data from " + source.name());
        return loop.sleep(source.delay()).thenApply(slept -> source.answer());
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithEventLoop());
    }
}
