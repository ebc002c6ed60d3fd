package interleave.virtualtime.engine.steps;

import java.util.Set;

/** The collections, and similar classes of the JDK, that only one thread at a time may use. */
final class UnsafeCollections {
    private static final Set<String> NAMES = Set.of(
            "ArrayList",
            "LinkedList",
            "ArrayDeque",
            "PriorityQueue",
            "HashMap",
            "LinkedHashMap",
            "TreeMap",
            "WeakHashMap",
            "IdentityHashMap",
            "EnumMap",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "BitSet",
            "StringJoiner",
            "Scanner");

    private UnsafeCollections() {}

    /** Whether the object is one of them, or a part of one, such as an iterator. */
    static boolean contains(Object object) {
        Class<?> type = WholeObject.of(object).orElse(object).getClass();
        return type == StringBuilder.class
                || (type.getPackageName().equals("java.util") && NAMES.contains(type.getSimpleName()));
    }
}
