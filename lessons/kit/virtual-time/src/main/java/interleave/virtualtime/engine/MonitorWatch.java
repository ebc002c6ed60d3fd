package interleave.virtualtime.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/** Sees to it that nobody is still on the way out of a monitor's queue when the next slice begins. */
final class MonitorWatch {
    /** Only these can be: so that a slice costs no look at all threads. */
    private final Set<SimulatedThread> atMonitors = new LinkedHashSet<>();

    void afterSliceOf(SimulatedThread ran) {
        if (ran.isAtAMonitor()) {
            atMonitors.add(ran);
        } else if (!atMonitors.isEmpty()) {
            atMonitors.remove(ran);
        }
        for (SimulatedThread member : atMonitors) {
            if (member.wantsAMonitor()) {
                MonitorBarrier.ONLY.settle();
                return;
            }
        }
    }
}
