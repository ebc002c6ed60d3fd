package eventloop;

/** A future that a {@link TimerQueue} completes at its deadline, in nanoseconds of {@link System#nanoTime}. */
final class Sleep extends AwaitedFuture<Void> implements Runnable {

    static final int NOT_QUEUED = -1;

    final long deadline;
    /** Where the sleep stands in the heap of its queue. */
    int index = NOT_QUEUED;
    /** Tells apart sleeps with one deadline: first come, first served. */
    int number;

    private final Task<?> sleeper;
    private LoopEvents.Timer event;

    /** @param sleeper who goes on when the sleep is over */
    Sleep(EventLoop loop, Task<?> sleeper, long deadline) {
        super(loop);
        this.sleeper = sleeper;
        this.deadline = deadline;
        this.event = LoopEvents.Timer.begunBy(sleeper);
    }

    /** The sleep is over. */
    @Override
    public void run() {
        if (!isDone()) {
            loop.switchTo(sleeper);
            complete(null);
        }
    }

    @Override
    void ended() {
        loop.timers.remove(this);
        event = event.end(sleeper);
    }

    boolean isBefore(Sleep other) {
        return deadline != other.deadline ? deadline - other.deadline < 0 : number - other.number < 0;
    }
}
