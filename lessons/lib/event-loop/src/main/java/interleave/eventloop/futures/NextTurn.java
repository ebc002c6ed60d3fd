package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.scheduling.Scheduler;

/** A future that completes when the loop runs it, on behalf of the task that created it. */
public class NextTurn extends AwaitedFuture<Void> implements Runnable {

    private final Owner requester;

    /** The caller passes it to {@link Scheduler#runNextTurn} when it should complete. */
    public NextTurn(Scheduler loop) {
        super(loop);
        requester = loop.owner();
    }

    @Override
    public void run() {
        loop.switchTo(requester);
        complete(null);
    }
}
