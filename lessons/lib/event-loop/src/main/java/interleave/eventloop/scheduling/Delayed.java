package interleave.eventloop.scheduling;

import java.util.concurrent.FutureTask;

/** A timer that runs an action of the loop itself. No task waits for it. */
final class Delayed extends FutureTask<Void> implements Timer {

    private final TimerQueue queue;
    private boolean queued;

    Delayed(TimerQueue queue, Runnable action) {
        super(action, null);
        this.queue = queue;
    }

    @Override
    protected void done() {
        queue.remove(this);
    }

    @Override
    public boolean isQueued() {
        return queued;
    }

    @Override
    public void setQueued(boolean queued) {
        this.queued = queued;
    }
}
