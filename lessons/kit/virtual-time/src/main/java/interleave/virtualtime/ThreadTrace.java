package interleave.virtualtime;

import java.time.Duration;
import java.util.List;

/**
 * What one thread of a run did; times are virtual, since the run began.
 *
 * @param name as the program sees it; empty for a virtual thread without a name
 * @param virtual as the program sees it
 * @param end the run's end, when the thread was left running
 * @param waits in order; between them it ran, which takes no virtual time
 */
public record ThreadTrace(String name, boolean virtual, Duration start, Duration end, boolean ended, List<Wait> waits) {

    /**
     * A stretch of time in which a thread waited.
     *
     * @param blocker the class of what it waited on; empty for a sleep or when nothing is known
     * @param frames where, innermost first, as {@code package.Class.method}
     */
    public record Wait(Duration start, Duration end, String blocker, List<String> frames) {
        /** Whether it only waited for others of the program to finish, or for something to do. */
        public boolean isForOthers() {
            return frames.stream().anyMatch(Concurrency::waitsForOthers);
        }
    }
}
