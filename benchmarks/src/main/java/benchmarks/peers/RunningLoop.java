package benchmarks.peers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * A single-threaded loop that runs on a thread of its own until it is stopped.
 *
 * <p>The implementations drop the futures of single steps: checking each would be measured with it. A step that fails
 * leaves {@link RoundRobin}, {@link CallCounter} or {@link #pingPong} incomplete, and their timeout reports that.
 */
public interface RunningLoop extends Executor {
    /** A loop that makes no progress for this long has lost a callback. */
    Duration TIMEOUT = Duration.ofMinutes(3);

    /** Runs {@code callback} on the loop. Any thread may call this. */
    @Override
    void execute(Runnable callback);

    /**
     * The tasks take turns on the loop, and each waits for its next turn in the way that programs of this runtime wait:
     * for a future, or suspended.
     */
    void takeTurns(RoundRobin tasks);

    /** Two tasks hand a number to each other, see {@link Handoff#pingPong}. Any thread may call this. */
    CompletableFuture<Integer> pingPong(int last);

    /** Runs {@code then} on the loop after {@code duration}; called on the loop. */
    void sleep(Duration duration, Runnable then);

    void stop() throws InterruptedException, ExecutionException;
}
