package interleave.eventloop.futures;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** The two futures of a {@code thenCombine}, {@code applyToEither} and so on. Cancelling the result cancels both. */
final class Join implements Wait {

    /** Both are null after the result is done, so that a long chain can be garbage-collected. */
    private LoopFuture<?> first;

    private CompletableFuture<?> second;

    private Join(LoopFuture<?> first, CompletableFuture<?> second) {
        this.first = first;
        this.second = second;
    }

    /** Returns {@code joined}, the result of both futures, whose cancellation now reaches both. */
    static <T> CompletableFuture<T> of(LoopFuture<?> first, CompletionStage<?> second, CompletableFuture<T> joined) {
        var join = new Join(first, second.toCompletableFuture());
        ((ChainedFuture<T>) joined).waitsFor(join);
        // the future of this whenComplete can be ignored, because release never throws
        joined.whenComplete((value, failure) -> join.release());
        return joined;
    }

    private void release() {
        first = null;
        second = null;
    }

    @Override
    public CompletableFuture<?> after() {
        return null;
    }

    /** Iterative, because there may be too many joined futures for recursion. */
    @Override
    public boolean stop() {
        boolean stopped = false;
        Join join = this;
        while (join.first != null) {
            LoopFuture<?> before = join.first;
            CompletableFuture<?> other = join.second;
            stopped |= !other.isDone() && other.cancel(false);
            if (before instanceof ChainedFuture<?> chain
                    && !chain.isDone()
                    && chain.waiting() instanceof Join earlier) {
                join = earlier;
            } else {
                return before.stop() || stopped;
            }
        }
        return stopped;
    }

    @Override
    public Stream<CompletableFuture<?>> awaitedNow() {
        return Stream.of(first, second).filter(Objects::nonNull);
    }

    @Override
    public boolean isCancelRequested() {
        return Wait.isBeingCancelled(first) || Wait.isBeingCancelled(second);
    }
}
