package interleave.virtualtime.scheduling;

import org.jspecify.annotations.Nullable;

/**
 * The next step of a thread.
 *
 * @param line the source line, such as {@code Counter:12}
 * @param action the operation, such as {@code read count}, {@code synchronized} or {@code Map.get}
 * @param kind how it uses the field, collection or lock; a call of a synchronized method locks
 * @param target the object whose field, monitor or method is used; the class for a static field; null if unknown
 */
public record NextStep(
        String line, String action, Kind kind, @Nullable Object target) {
    /** How a step uses something shared. */
    public enum Kind {
        READ,
        WRITE,
        LOCK,
        CALL
    }
}
