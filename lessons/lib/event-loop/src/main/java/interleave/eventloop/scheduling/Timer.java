package interleave.eventloop.scheduling;

import java.util.concurrent.RunnableFuture;

/** An entry of the {@link TimerQueue}. It runs at its deadline, unless it is cancelled before. */
public interface Timer extends RunnableFuture<Void> {

    /** Whether it is waiting in the queue. */
    boolean isQueued();

    /** Only the queue calls this. */
    void setQueued(boolean queued);
}
