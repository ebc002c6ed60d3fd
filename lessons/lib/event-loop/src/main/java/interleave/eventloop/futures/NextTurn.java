package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.scheduling.Scheduler;

/** A future that completes when the loop runs it, on behalf of the task that requested it. */
public class NextTurn extends AwaitedFuture<Void> implements Runnable {

    private final Owner requester;

    /** The caller hands it to {@link Scheduler#goOnWith} when its time has come. */
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
