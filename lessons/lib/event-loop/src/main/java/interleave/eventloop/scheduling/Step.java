package interleave.eventloop.scheduling;

import interleave.eventloop.observation.Owner;

/** A callback of a task. Everything that it requests from the loop belongs to the same task. */
record Step(Scheduler loop, Owner owner, Runnable callback) implements Runnable {
    @Override
    public void run() {
        loop.switchTo(owner);
        callback.run();
    }
}
