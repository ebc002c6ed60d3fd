package interleave.virtualtime.engine;

import interleave.virtualtime.engine.waits.Waiting;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Finds threads of a run that wait for a monitor of the JDK while a thread outside the run holds it. An example is the
 * monitor of a jar file from which both threads load a class.
 */
final class OutsideMonitors {
    private OutsideMonitors() {}

    /** Whether a thread that has just run waits for such a monitor, or waited for one until a moment ago. */
    static boolean block(SimulatedThread ran, Collection<SimulatedThread> members) {
        if (!ran.isEnteringMonitor()) {
            return false;
        }
        boolean isHeldOutside = isInTheJdk(ran.thread()) && isHeldByNoneOf(members, ran.thread());
        return isHeldOutside || isUnblocked(ran.thread());
    }

    /** If so, a thread outside the run has released the monitor, because no thread of the run is running now. */
    private static boolean isUnblocked(Thread thread) {
        return JdkInternals.stateOf(thread) == JdkInternals.UNBLOCKED;
    }

    /** Checked first, because programs often enter monitors, and the search for an owner costs much more. */
    private static boolean isInTheJdk(Thread blocked) {
        StackTraceElement[] stack = blocked.getStackTrace();
        return stack.length > 0 && "java.base".equals(stack[0].getModuleName());
    }

    private static boolean isHeldByNoneOf(Collection<SimulatedThread> members, Thread blocked) {
        Optional<Object> monitor = snapshot(blocked).flatMap(Waiting::monitor);
        return monitor.isPresent()
                && members.stream()
                        .map(SimulatedThread::thread)
                        .filter(member -> member != blocked)
                        .flatMap(member -> snapshot(member).stream())
                        .flatMap(waiting -> waiting.owned().stream())
                        .noneMatch(owned -> owned == monitor.get());
    }

    private static Optional<Waiting> snapshot(Thread thread) {
        return Waiting.of(thread, List.of(), WaitReport.VIEW);
    }
}
