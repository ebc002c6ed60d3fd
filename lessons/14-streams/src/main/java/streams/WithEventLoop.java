package streams;

import interleave.eventloop.AsyncQueue;
import interleave.eventloop.EventLoop;
import interleave.eventloop.Repetition;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Two tasks of one loop, with a bounded queue between them. */
public final class WithEventLoop implements LineProcessor {

    private final int capacity;

    /** At most {@code capacity} lines wait in the queue. */
    public WithEventLoop(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void process(Source source, LineHandler handler) throws Exception {
        try (source) {
            EventLoop.run(loop -> {
                var queue = new AsyncQueue<Optional<String>>(loop, capacity);
                var reading = loop.createTask("reader", () -> read(loop, source, queue));
                return Repetition.whileTrue(
                        loop,
                        () -> queue.take()
                                .thenCompose(line -> line.isPresent()
                                        ? handler.handleOn(loop, line.get())
                                        : reading.thenApply(read -> false))); // fails if reading has failed
            });
        }
    }

    /** Puts all lines into the queue, and an empty element at the end, even if reading fails. */
    private static CompletionStage<Void> read(EventLoop loop, Source source, AsyncQueue<Optional<String>> queue) {
        var lines = new AsyncLines(loop, source);
        return Repetition.whileTrue(
                        loop,
                        () -> lines.next().thenCompose(line -> queue.put(line).thenApply(put -> line.isPresent())))
                .exceptionallyCompose(failure -> failure instanceof CancellationException
                        ? CompletableFuture.failedFuture(failure) // the handler takes no more lines
                        : queue.put(Optional.empty()).thenCompose(put -> CompletableFuture.failedFuture(failure)));
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithEventLoop(Example.CAPACITY));
    }
}
