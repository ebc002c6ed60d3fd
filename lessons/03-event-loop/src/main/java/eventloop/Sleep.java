package eventloop;

import java.util.concurrent.CompletableFuture;

/** A future that a {@link TimerQueue} completes at its deadline, in nanoseconds of {@link System#nanoTime}. */
final class Sleep extends CompletableFuture<Void> {

    static final int NOT_QUEUED = -1;

    final long deadline;
    final Task<?> task;
    /** Where the sleep stands in the heap of its queue. */
    int index = NOT_QUEUED;
    /** Tells apart sleeps with one deadline: first come, first served. */
    long number;

    private final TimerQueue queue;
    private final LoopEvents.Timer event = LoopEvents.Timer.begun();

    Sleep(TimerQueue queue, long deadline, Task<?> task) {
        this.queue = queue;
        this.deadline = deadline;
        this.task = task;
    }

    /** The sleep is over: lets what waits for it go on. */
    void wakeUp() {
        event.end(task);
        complete(null);
    }

    /** Ends the sleep early, with a {@link java.util.concurrent.CancellationException} for whoever waits for it. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        queue.remove(this);
        return super.cancel(mayInterruptIfRunning);
    }

    boolean isBefore(Sleep other) {
        return deadline != other.deadline ? deadline - other.deadline < 0 : number < other.number;
    }
}
