package interleave.recorder.model;

import java.util.List;

/**
 * What was recorded about the order in which lanes ran.
 *
 * @param queued in the order in which the queues were entered
 * @param wakes in the order in which the waits ended
 */
public record Scheduling(List<Queued> queued, List<Wake> wakes) {

    /** Nothing was recorded. */
    public static final Scheduling NONE = new Scheduling(List.of(), List.of());

    /** Copies the lists, so that a value never changes. */
    public Scheduling {
        queued = List.copyOf(queued);
        wakes = List.copyOf(wakes);
    }
}
