package interleave.eventloop;

import interleave.eventloop.inspection.LoopData;
import interleave.eventloop.inspection.OpenLoops;
import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.Reports;
import interleave.eventloop.scheduling.Scheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads a loop on another thread. It takes no lock and leaves nothing to do for the loop's thread, which may be
 * blocked.
 */
final class LoopReader implements OpenLoops.Source {

    private static final AtomicInteger CREATED = new AtomicInteger();

    private final int number = CREATED.incrementAndGet();
    private final Scheduler loop;
    private final Task<?> unfinished;

    LoopReader(Scheduler loop, Task<?> unfinished) {
        this.loop = loop;
        this.unfinished = unfinished;
    }

    @Override
    public LoopData read(int limit) {
        Thread thread = loop.thread();
        StackTraceElement[] stack = thread.getStackTrace();
        boolean isRunning = Scheduler.runs(stack) && !Scheduler.sleeps(stack);
        Owner running = isRunning ? loop.seenRunning() : Owner.NONE;
        var nodes = new WaitGraph(loop, running, limit);
        boolean isComplete = nodes.add(unfinished.othersSeen(limit));
        return new LoopData(
                number,
                thread.getName(),
                thread.threadId(),
                isRunning ? "running" : Scheduler.sleeps(stack) ? "idle" : "stopped",
                nodes.idOf(running),
                isRunning
                        ? Duration.ofNanos(System.nanoTime() - loop.turnStart()).toMillis()
                        : 0,
                isRunning ? Reports.place(stack).orElse("") : "",
                loop.isDebug(),
                isComplete,
                nodes.data());
    }
}
