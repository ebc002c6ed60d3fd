package interleave.eventloop.scheduling;

import java.util.concurrent.RunnableFuture;

/** An entry of the {@link TimerQueue}: it runs when it is due, unless it is cancelled before. */
public interface Timer extends RunnableFuture<Void> {

    /** Whether the queue still has to run it. */
    boolean isQueued();

    /** Only the queue calls this. */
    void setQueued(boolean queued);
}
