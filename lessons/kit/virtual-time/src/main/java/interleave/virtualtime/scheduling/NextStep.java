package interleave.virtualtime.scheduling;

/**
 * The next step of a thread.
 *
 * @param line the source line, such as {@code Counter:12}
 * @param action the operation, such as {@code read count}, {@code synchronized} or {@code Map.get}
 * @param kind how it uses the field, collection or lock
 */
public record NextStep(String line, String action, Kind kind) {
    /** How a step uses something shared. */
    public enum Kind {
        READ,
        WRITE,
        LOCK,
        CALL
    }
}
