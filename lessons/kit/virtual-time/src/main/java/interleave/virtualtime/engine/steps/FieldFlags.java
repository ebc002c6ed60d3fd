package interleave.virtualtime.engine.steps;

import java.lang.reflect.Modifier;

/** Whether a field is volatile or final. Looked up when a step uses it, since its class may not be rewritten. */
final class FieldFlags {
    private FieldFlags() {}

    /** The modifiers of the field that a step uses; none if it cannot be found. */
    static int of(Step step) {
        Class<?> type = step.target() instanceof Class<?> declaring
                ? declaring
                : step.target().getClass();
        while (type != null) {
            try {
                return type.getDeclaredField(step.site().name()).getModifiers();
            } catch (NoSuchFieldException inherited) {
                type = type.getSuperclass();
            } catch (LinkageError missingClass) {
                return 0;
            }
        }
        return Modifier.FINAL; // a constant of an interface
    }
}
