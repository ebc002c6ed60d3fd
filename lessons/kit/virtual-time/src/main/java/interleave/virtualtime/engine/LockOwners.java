package interleave.virtualtime.engine;

import interleave.virtualtime.engine.steps.Step;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Knows which thread holds a {@code ReentrantLock}. */
final class LockOwners {
    private static final Set<String> WAITING = Set.of("lock", "lockInterruptibly");

    private LockOwners() {}

    /** Whether the step acquires a lock that another thread than this one holds. */
    static boolean isHeldByAnother(Step step, Thread thread) {
        if (!(step.target() instanceof ReentrantLock lock)
                || !WAITING.contains(step.site().name())) {
            return false;
        }
        Thread owner = JdkInternals.ownerOf(lock);
        return owner != null && owner != thread;
    }
}
