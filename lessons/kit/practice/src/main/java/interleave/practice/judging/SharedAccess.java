package interleave.practice.judging;

import java.util.List;
import java.util.Optional;

/**
 * Called by a student's code before each access to a field, an element of an array or a collection. The calls are
 * inserted when the code is loaded; they do nothing unless a {@link RaceDetector} is active.
 */
public final class SharedAccess {
    private static volatile Optional<RaceDetector> active = Optional.empty();

    private SharedAccess() {}

    /** Runs {@code code} while this detector receives the accesses of all threads. */
    static void during(RaceDetector detector, Runnable code) {
        active = Optional.of(detector);
        try {
            code.run();
        } finally {
            active = Optional.empty();
        }
    }

    /** A method of {@code receiver} is called, which may be a collection. */
    public static void call(Object receiver, String method, int line) {
        int part = UnsafeCollections.needsOnlySize(receiver, method) ? Access.SIZE : Access.WHOLE;
        callOnPart(receiver, part, method, line);
    }

    /** A method of {@code receiver} is called, which may be a list, for the element at {@code index}. */
    public static void callWithIndex(Object receiver, String method, int index, int line) {
        callOnPart(receiver, receiver instanceof List ? index : Access.WHOLE, method, line);
    }

    private static void callOnPart(Object receiver, int part, String method, int line) {
        active.ifPresent(detector -> UnsafeCollections.kindOf(receiver)
                .ifPresent(kind -> detector.access(
                        new Access(receiver, part, kind, method, UnsafeCollections.isWrite(method), line))));
    }

    /** A field of {@code owner} is read; of its class, for a static field. */
    public static void read(Object owner, String field, int line) {
        active.ifPresent(detector -> detector.access(
                new Access(owner, field.hashCode() & Integer.MAX_VALUE, "the field " + field, "read", false, line)));
    }

    /** A field of {@code owner} is written. */
    public static void write(Object owner, String field, int line) {
        active.ifPresent(detector -> detector.access(
                new Access(owner, field.hashCode() & Integer.MAX_VALUE, "the field " + field, "write", true, line)));
    }

    /** An element of an array is read. */
    public static void readElement(Object array, int index, int line) {
        active.ifPresent(detector -> detector.access(new Access(array, index, "an array", "read", false, line)));
    }

    /** An element of an array is written. */
    public static void writeElement(Object array, int index, int line) {
        active.ifPresent(detector -> detector.access(new Access(array, index, "an array", "write", true, line)));
    }
}
