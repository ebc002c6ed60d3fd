package interleave.eventloop.scheduling;

import interleave.eventloop.observation.Owner;

/** A callback that belongs to a task: whatever it requests from the loop belongs to the same task. */
record Step(Scheduler loop, Owner owner, Runnable callback) implements Runnable {
    @Override
    public void run() {
        loop.switchTo(owner);
        callback.run();
    }
}
