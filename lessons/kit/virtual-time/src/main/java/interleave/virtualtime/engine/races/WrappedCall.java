package interleave.virtualtime.engine.races;

import interleave.virtualtime.engine.steps.Step;
import java.util.List;

/**
 * A call of a wrapper such as {@code Collections.synchronizedList}, which takes its lock inside the JDK.
 *
 * @param held the monitors that the thread held when it made the call
 */
record WrappedCall(Step step, List<Object> held) {}
