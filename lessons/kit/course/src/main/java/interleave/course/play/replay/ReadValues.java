package interleave.course.play.replay;

import interleave.virtualtime.scheduling.NextStep;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a thread has read and not written since, with the values at that time. Another thread may have changed them. */
final class ReadValues {
    private final SharedObjects shared;
    private final StepText text;
    private final Map<String, String> values = new LinkedHashMap<>();

    ReadValues(SharedObjects shared, StepText text) {
        this.shared = shared;
        this.text = text;
    }

    /** Stores the value that a thread reads in the step that it begins, or forgets the one that it replaces. */
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
