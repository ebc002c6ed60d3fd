package interleave.virtualtime.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/** Ensures that no thread is still leaving the queue of a monitor when the next slice begins. */
final class MonitorWatch {
    /** The threads that can be in such a queue, so that a slice does not have to check all threads. */
    private final Set<SimulatedThread> atMonitors = new LinkedHashSet<>();

    /** Watches a thread that is waiting for a monitor. */
    void add(SimulatedThread waiting) {
        atMonitors.add(waiting);
    }

    void afterSliceOf(SimulatedThread ran) {
        if (ran.isAtMonitor()) {
            atMonitors.add(ran);
        } else if (!atMonitors.isEmpty()) {
            atMonitors.remove(ran);
        }
        for (SimulatedThread member : atMonitors) {
            if (member.isEnteringMonitor()) {
                MonitorBarrier.ONLY.settle();
                return;
            }
        }
    }
}
