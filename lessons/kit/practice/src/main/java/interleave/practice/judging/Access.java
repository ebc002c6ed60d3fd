package interleave.practice.judging;

/**
 * An access of a student's code to something that threads may share.
 *
 * @param object the collection, the array, or the object with the field
 * @param part the element of the array or the field; -1 for a collection
 * @param what the object for a message, such as {@code a HashMap}
 * @param how the name of the called method, or "read", or "write"
 */
record Access(Object object, int part, String what, String how, boolean writes, int line) {

    /** Whether the two must not happen at the same time. */
    boolean conflictsWith(Access other) {
        return object == other.object && part == other.part && (writes || other.writes);
    }

    /** The place for a message, such as {@code line 12 (put)}. */
    String place() {
        return "line " + line + " (" + how + ")";
    }
}
