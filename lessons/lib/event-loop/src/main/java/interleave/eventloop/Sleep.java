package interleave.eventloop;

/** A future that a {@link TimerQueue} completes at its deadline, in nanoseconds of {@link System#nanoTime}. */
final class Sleep extends AwaitedFuture<Void> implements Runnable {

    final long deadline;
    /** Whether the sleep is in its queue, and has not left early. */
    boolean queued;

    private final Task<?> sleeper;
    private LoopEvents.Span event;

    /** @param sleeper who goes on when the sleep is over */
    Sleep(EventLoop loop, Task<?> sleeper, long deadline) {
        super(loop);
        this.sleeper = sleeper;
        this.deadline = deadline;
        this.event = LoopEvents.timer(sleeper);
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
        event.end(sleeper);
        event = LoopEvents.Span.NOT_RECORDED;
    }
}
