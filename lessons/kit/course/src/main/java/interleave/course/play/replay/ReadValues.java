package interleave.course.play.replay;

import interleave.virtualtime.scheduling.NextStep;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values that a thread has read and not overwritten since. Another thread may have changed them since then. */
final class ReadValues {
    private final SharedObjects shared;
    private final StepText text;
    private final Map<String, String> values = new LinkedHashMap<>();

    ReadValues(SharedObjects shared, StepText text) {
        this.shared = shared;
        this.text = text;
    }

    /** Called when the thread begins a step. A read stores the value; a write removes the value read before. */
    void begins(NextStep step) {
        Object target = step.target();
        if (target == null || step.kind() == NextStep.Kind.LOCK || step.kind() == NextStep.Kind.CALL) {
            return;
        }
        String field = StepText.field(step);
        if (field.isEmpty()) {
            shared.nameOf(target)
                    .ifPresent(name -> replace(step, name, shared.values().getOrDefault(name, "")));
        } else if (!SharedObjects.isFinal(target, field)) {
            replace(
                    step,
                    text.nameOfField(step),
                    SharedObjects.constantOf(target, field).orElse(""));
        }
    }

    private void replace(NextStep step, String name, String value) {
        values.remove(name);
        if (step.kind() == NextStep.Kind.READ && !value.isEmpty()) {
            values.put(name, value);
        }
    }

    /** The values in the order in which they were read. */
    Map<String, String> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
