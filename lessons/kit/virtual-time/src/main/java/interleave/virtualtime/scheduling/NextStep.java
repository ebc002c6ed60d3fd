package interleave.virtualtime.scheduling;

/**
 * What a thread does next.
 *
 * @param line such as {@code Counter:12}
 * @param action such as {@code read count}, {@code synchronized} or {@code Map.get}
 * @param kind what it does with the field, collection or lock
 */
public record NextStep(String line, String action, Kind kind) {
    /** What a step does. */
    public enum Kind {
        READ,
        WRITE,
        LOCK,
        CALL
    }
}
