package interleave.practice.judging;

/**
 * An access of a student's code to something that threads may share.
 *
 * @param object the collection, the array, or the object with the field
 * @param part the element of the array or the list, or the field; {@link #WHOLE} or {@link #SIZE} for a collection
 * @param what the object for a message, such as {@code a HashMap}
 * @param how the name of the called method, or "read", or "write"
 */
record Access(Object object, int part, String what, String how, boolean writes, int line) {

    /** All elements of a collection, and its size. */
    static final int WHOLE = -1;
    /** The size of a collection, which replacing an element does not change. */
    static final int SIZE = -2;

    /** Whether the two must not happen at the same time. */
    boolean conflictsWith(Access other) {
        boolean overlaps = part == other.part || part == WHOLE || other.part == WHOLE;
        return object == other.object && overlaps && (writes || other.writes);
    }

    /** Whether the object is a collection. */
    boolean isOfCollection() {
        return UnsafeCollections.kindOf(object).isPresent();
    }

    /** The place for a message, such as {@code line 12 (put)}. */
    String place() {
        return "line " + line + " (" + how + ")";
    }
}
