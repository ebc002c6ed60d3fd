package interleave.eventloop;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Repeats a step until it completes with false, like {@code while}. A chain in which each step ends with
 * {@code thenCompose} of the next would keep all steps in memory.
 */
public final class Repetition extends CompletableFuture<Void> {

    private final Supplier<CompletableFuture<Boolean>> step;
    private CompletableFuture<Boolean> running;

    private Repetition(Supplier<CompletableFuture<Boolean>> step) {
        this.step = step;
    }

    /** Starts the first step at once. Cancelling the future cancels the step that is running. */
    public static CompletableFuture<Void> whileTrue(EventLoop loop, Supplier<CompletableFuture<Boolean>> step) {
        var repetition = new Repetition(step);
        CompletableFuture<Void> onLoop = loop.adopt(repetition);
        repetition.start();
        return onLoop;
    }

    /** Steps that complete at once are repeated here: if each called the next, the stack could overflow. */
    private void start() {
        try {
            do {
                running = step.get();
            } while (running.state() == State.SUCCESS && running.resultNow());
            running.whenComplete(this::ended);
        } catch (RuntimeException failure) {
            completeExceptionally(failure);
        }
    }

    private void ended(Boolean more, Throwable failure) {
        if (failure != null) {
            completeExceptionally(failure);
        } else if (more) {
            start();
        } else {
            complete(null);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return running.cancel(mayInterruptIfRunning);
    }
}
