package interleave.virtualtime.races;

/** What kind of variable two threads share. */
public enum SharedKind {
    FIELD,
    /** An element of an array. */
    ELEMENT,
    /** A collection of {@code java.util} that is not thread-safe, as a whole. */
    COLLECTION
}
