package interleave.virtualtime.engine.steps;

/** What a step does with its target. */
public enum Access {
    /** Reads a field, an array element or a collection. */
    READ,
    /** Writes a field, an array element or a collection. */
    WRITE,
    /** Enters a monitor, or calls a method of a lock. */
    LOCK,
    /** Calls a method of the JDK that may run other code, such as one that takes a lambda. */
    OPAQUE,
    /** Calls a method of the program. */
    CALL,
    /** Calls a lambda or a method reference, which may be any code. */
    CODE
}
