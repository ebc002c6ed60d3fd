package interleave.eventloop.futures;

import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import java.util.Optional;

/** A future that completes when the loop runs it, on behalf of the task that created it. */
public class NextTurn extends AwaitedFuture<Void> implements Runnable {

    private final Owner requester;

    /** The caller passes it to {@link Scheduler#runNextTurn} when it should complete. */
    public NextTurn(Scheduler loop) {
        super(loop);
        requester = loop.owner();
    }

    /** The task that created it. */
    protected final Owner requester() {
        return requester;
    }

    @Override
    public Optional<WaitReason> waitReason() {
        return Optional.of(new WaitReason("next turn", "next turn of the loop"));
    }

    @Override
    public void run() {
        loop.switchTo(requester);
        complete(null);
    }
}
