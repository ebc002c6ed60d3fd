package eventloop;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The function of a {@code thenCompose}: before it is called the chain waits for what it did, then for its future. */
final class Composition<A, T> implements Function<A, CompletionStage<T>>, Waiting {

    private final Function<? super A, ? extends CompletionStage<T>> next;
    private Waiting before;
    private CompletableFuture<T> after;
    private boolean cancelled;

    Composition(Waiting before, Function<? super A, ? extends CompletionStage<T>> next) {
        this.before = before;
        this.next = next;
    }

    CompletableFuture<T> goOn(CompletableFuture<T> chained) {
        ((ChainedFuture<T>) chained).waitFor(this);
        return chained;
    }

    @Override
    public CompletionStage<T> apply(A argument) {
        before = FOR_NOTHING; // or a long chain of compositions would keep all of them
        CompletionStage<T> stage = next.apply(argument);
        after = stage.toCompletableFuture();
        if (cancelled && !after.cancel(false)) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        return after;
    }

    @Override
    public boolean stop() {
        if (after != null) {
            return !after.isDone() && after.cancel(false);
        }
        cancelled = !before.stop(); // the function runs now, or is about to: what it will wait for is cancelled
        return true;
    }
}
