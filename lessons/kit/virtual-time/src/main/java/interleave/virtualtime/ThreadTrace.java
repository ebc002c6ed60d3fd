package interleave.virtualtime;

import java.time.Duration;
import java.util.List;

/**
 * What one thread of a run did. Times are virtual, since the start of the run.
 *
 * @param name as the program sees it; empty for an unnamed virtual thread
 * @param virtual as the program sees it
 * @param end the end of the run if the thread was still running
 * @param waits in order; between them the thread ran, which takes no virtual time. After 100,000 waits, further ones
 *     are merged into the last one
 */
public record ThreadTrace(String name, boolean virtual, Duration start, Duration end, boolean ended, List<Wait> waits) {

    /**
     * A period during which a thread waited.
     *
     * @param blocker the class of the object that it waited on; empty for a sleep, or if unknown
     * @param frames its stack, innermost first, as {@code package.Class.method}
     */
    public record Wait(Duration start, Duration end, String blocker, List<String> frames) {
        /** Whether it waited for other threads of the program to finish, or for a task. */
        public boolean isForOtherThreads() {
            return frames.stream().anyMatch(Concurrency::waitsForOtherThreads);
        }
    }
}
