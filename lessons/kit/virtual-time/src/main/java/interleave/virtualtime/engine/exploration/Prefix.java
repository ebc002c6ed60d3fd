package interleave.virtualtime.engine.exploration;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The beginning of a schedule: up to a decision, and which thread goes on there. Between the decisions of a prefix,
 * each thread runs until it waits.
 *
 * @param parent the prefix without its last decision; {@code null} for none
 * @param decision the number of the last decision
 * @param thread the number of the thread that goes on
 * @param history the number of the history before the decision, which each replay must reach
 * @param after the number of the history after the next step of that thread
 */
record Prefix(Prefix parent, int decision, int thread, long history, long after, int preemptions) {

    /** All decisions, the first one first. */
    Deque<Prefix> decisions() {
        var all = new ArrayDeque<Prefix>();
        for (Prefix prefix = this; prefix != null && prefix.decision >= 0; prefix = prefix.parent) {
            all.addFirst(prefix);
        }
        return all;
    }

    /** The schedule without decisions. */
    static Prefix empty() {
        return new Prefix(null, -1, 0, 0, 0, 0);
    }
}
