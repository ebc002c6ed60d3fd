package interleave.virtualtime.engine.steps;

import java.util.Set;

/** What the methods of {@code java.util} do with the object on which they are called, by their names. */
public final class Methods {
    private static final Set<String> READS = Set.of(
            "get",
            "getFirst",
            "getLast",
            "getOrDefault",
            "contains",
            "containsKey",
            "containsValue",
            "containsAll",
            "size",
            "length",
            "charAt",
            "isEmpty",
            "indexOf",
            "lastIndexOf",
            "peek",
            "peekFirst",
            "peekLast",
            "element",
            "first",
            "last",
            "firstKey",
            "lastKey",
            "iterator",
            "listIterator",
            "hasNext",
            "next",
            "forEach",
            "entrySet",
            "keySet",
            "values",
            "stream",
            "toArray",
            "toString",
            "hashCode",
            "equals",
            "getCount",
            "intValue",
            "longValue",
            "getPlain",
            "getAcquire",
            "getOpaque",
            "isLocked",
            "isHeldByCurrentThread",
            "availablePermits");

    private Methods() {}

    /** Whether the method only reads. */
    public static boolean reads(String name) {
        return READS.contains(name);
    }
}
