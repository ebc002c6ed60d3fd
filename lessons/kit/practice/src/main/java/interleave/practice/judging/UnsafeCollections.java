package interleave.practice.judging;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The mutable classes of the JDK that several threads must not use without a lock. */
final class UnsafeCollections {
    private static final Set<String> CLASSES = Set.of(
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.ArrayDeque",
            "java.util.PriorityQueue",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.EnumMap",
            "java.util.IdentityHashMap",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.BitSet",
            "java.lang.StringBuilder");

    /** Methods that only read. All others may write. */
    private static final Set<String> READS = Set.of(
            "get",
            "getFirst",
            "getLast",
            "getOrDefault",
            "size",
            "length",
            "isEmpty",
            "contains",
            "containsAll",
            "containsKey",
            "containsValue",
            "iterator",
            "listIterator",
            "descendingIterator",
            "spliterator",
            "stream",
            "parallelStream",
            "forEach",
            "peek",
            "peekFirst",
            "peekLast",
            "element",
            "first",
            "last",
            "firstKey",
            "lastKey",
            "firstEntry",
            "lastEntry",
            "headMap",
            "tailMap",
            "subList",
            "entrySet",
            "keySet",
            "values",
            "indexOf",
            "lastIndexOf",
            "toArray",
            "toString",
            "charAt",
            "equals",
            "hashCode",
            "reversed",
            "copyOf");

    private UnsafeCollections() {}

    /** The name for a message, such as {@code a HashMap}; empty for any other class. */
    static Optional<String> kindOf(Object object) {
        if (object == null || !CLASSES.contains(object.getClass().getName())) {
            return Optional.empty();
        }
        String name = object.getClass().getSimpleName();
        return Optional.of(("AEI".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name);
    }

    /** Whether this method of a list reads only the number of its elements. */
    static boolean needsOnlySize(Object receiver, String method) {
        return receiver instanceof List && (method.equals("size") || method.equals("isEmpty"));
    }

    static boolean isWrite(String method) {
        return !READS.contains(method);
    }
}
