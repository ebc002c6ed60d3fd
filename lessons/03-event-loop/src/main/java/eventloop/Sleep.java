package eventloop;

import java.util.concurrent.CompletableFuture;

/** A future that a {@link TimerQueue} completes at its deadline, in nanoseconds of {@link System#nanoTime}. */
final class Sleep extends CompletableFuture<Void> {

    static final int NOT_QUEUED = -1;

    final long deadline;
    /** Where the sleep stands in the heap of its queue. */
    int index = NOT_QUEUED;
    /** Tells apart sleeps with one deadline: first come, first served. */
    long number;

    private final TimerQueue queue;
    private final EventLoop loop;
    private final Task<?> task;
    private final LoopEvents.Timer event = LoopEvents.Timer.begun();

    Sleep(EventLoop loop, TimerQueue queue, long deadline) {
        this.loop = loop;
        this.task = loop.asker();
        this.queue = queue;
        this.deadline = deadline;
    }

    /** The sleep is over: the step in which the task that sleeps goes on. */
    Step wakeUp() {
        event.end(task);
        return new Step(loop, task, () -> complete(null));
    }

    /** Ends the sleep early, with a {@link java.util.concurrent.CancellationException} for whoever waits for it. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (isDone()) {
            return isCancelled();
        }
        loop.onLoop(() -> queue.remove(this));
        event.end(task);
        return super.cancel(mayInterruptIfRunning);
    }

    boolean isBefore(Sleep other) {
        return deadline != other.deadline ? deadline - other.deadline < 0 : number < other.number;
    }
}
