package benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/** A single-threaded loop that runs on a thread of its own until it is stopped. */
interface RunningLoop extends Executor {

    /** Runs {@code callback} on the loop. Any thread may call this. */
    @Override
    void execute(Runnable callback);

    /**
     * The tasks of {@code rota} take turns on the loop, and each waits for its next turn in the way that programs of
     * this runtime wait: for a future, or suspended.
     */
    void takeTurns(Rota rota);

    /** Two tasks hand a ball to each other, as {@link Mailbox#pingPong} says. Any thread may call this. */
    CompletableFuture<Integer> pingPong(int last);

    /** Runs {@code then} on the loop after {@code duration}; called on the loop. */
    void sleep(Duration duration, Runnable then);

    void stop() throws InterruptedException, ExecutionException;
}
