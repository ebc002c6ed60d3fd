package interleave.virtualtime;

import interleave.virtualtime.ThreadTrace.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Computes how many threads have work in progress at the same time. */
final class Concurrency {
    /** Methods in which a thread waits for other threads to finish, or for a task: it has no work in progress. */
    private static final Set<String> WAITS_FOR_OTHER_THREADS = Set.of(
            "java.lang.Thread.join",
            "java.lang.VirtualThread.joinNanos",
            "java.util.concurrent.FutureTask.awaitDone",
            "java.util.concurrent.CompletableFuture$Signaller.block",
            "java.util.concurrent.CountDownLatch.await",
            "java.util.concurrent.ThreadPoolExecutor.getTask",
            "java.util.concurrent.ThreadPoolExecutor.awaitTermination",
            "java.util.concurrent.ThreadPerTaskExecutor.awaitTermination",
            "java.util.concurrent.ForkJoinTask.awaitDone",
            "java.util.concurrent.ForkJoinPool.awaitWork",
            "java.util.concurrent.ForkJoinPool.awaitTermination",
            "java.util.concurrent.DelayScheduler.loop",
            "java.util.concurrent.DelayScheduler.run",
            "java.util.concurrent.ExecutorCompletionService.take",
            "java.util.TimerThread.mainLoop",
            "jdk.internal.misc.ThreadFlock.awaitAll");

    private record Change(Duration at, int by) {}

    private Concurrency() {}

    static boolean waitsForOtherThreads(String frame) {
        return WAITS_FOR_OTHER_THREADS.contains(frame);
    }

    static int peak(List<ThreadTrace> threads) {
        var changes = new ArrayList<Change>();
        for (ThreadTrace thread : threads) {
            addWork(thread, changes);
        }
        changes.sort(Comparator.comparing(Change::at).thenComparingInt(Change::by));
        int now = 0;
        int peak = 0;
        for (Change change : changes) {
            now += change.by;
            peak = Math.max(peak, now);
        }
        return peak;
    }

    /** Ignores work that takes no virtual time, since it cannot overlap with anything. */
    private static void addWork(ThreadTrace thread, List<Change> changes) {
        Duration from = thread.start();
        for (Wait wait : thread.waits()) {
            if (wait.isForOtherThreads()) {
                addStretch(from, wait.start(), changes);
                from = wait.end();
            }
        }
        addStretch(from, thread.end(), changes);
    }

    private static void addStretch(Duration from, Duration to, List<Change> changes) {
        if (to.compareTo(from) > 0) {
            changes.add(new Change(from, 1));
            changes.add(new Change(to, -1));
        }
    }
}
