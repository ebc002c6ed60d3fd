package interleave.virtualtime.engine.races;

import interleave.virtualtime.engine.steps.Step;
import java.util.List;

/**
 * An access to a variable.
 *
 * @param thread the number of the thread in the detector
 * @param moment the time of the access on the logical clock of the thread
 * @param name the name of the thread
 * @param writes whether it changes the variable
 * @param held the monitors that the thread holds
 */
public record Use(int thread, int moment, String name, Step step, boolean writes, List<Object> held) {
    boolean happenedBefore(VectorClock clock) {
        return moment <= clock.of(thread);
    }
}
