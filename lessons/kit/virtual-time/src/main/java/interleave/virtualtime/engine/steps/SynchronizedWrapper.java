package interleave.virtualtime.engine.steps;

import java.lang.reflect.Field;
import java.util.Optional;
import java.util.Set;

/** Finds the lock of a wrapper such as {@code Collections.synchronizedList}, and the collection that it guards. */
final class SynchronizedWrapper {
    /** The methods that do not take the lock. */
    static final Set<String> UNLOCKED = Set.of("iterator", "listIterator", "spliterator", "stream", "parallelStream");

    private static final String PREFIX = "java.util.Collections$Synchronized";
    private static final Class<?> OF_COLLECTION = named("Collection");
    private static final Class<?> OF_MAP = named("Map");

    private SynchronizedWrapper() {}

    /** The collection or map that the wrapper guards; empty if the object is no wrapper. */
    static Optional<Object> contentOf(Object object) {
        return declaring(object).map(type -> read(type, type == OF_MAP ? "m" : "c", object));
    }

    /** The lock of the wrapper; empty if the object is no wrapper. */
    static Optional<Object> lockOf(Object object) {
        return declaring(object).map(type -> read(type, "mutex", object));
    }

    private static Optional<Class<?>> declaring(Object object) {
        if (OF_COLLECTION.isInstance(object)) {
            return Optional.of(OF_COLLECTION);
        }
        return OF_MAP.isInstance(object) ? Optional.of(OF_MAP) : Optional.empty();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(PREFIX + name);
        } catch (ClassNotFoundException otherJdk) {
            throw new IllegalStateException(otherJdk);
        }
    }

    private static Object read(Class<?> type, String name, Object object) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException otherJdk) {
            throw new IllegalStateException(otherJdk);
        }
    }
}
