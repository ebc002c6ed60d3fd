package interleave.virtualtime.engine.steps;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The synchronized methods of the program, which the agent finds when it rewrites a class. */
public final class SynchronizedMethods {
    /** The internal names of the classes that declare such a method, by its name and descriptor. */
    private static final Map<String, Set<String>> OWNERS = new ConcurrentHashMap<>();

    private SynchronizedMethods() {}

    /** Adds a method, such as {@code get()I}, of a class. */
    public static void add(String owner, String method) {
        OWNERS.computeIfAbsent(method, first -> ConcurrentHashMap.newKeySet()).add(owner);
    }

    /** Whether the call of a method of the program may enter the monitor of its receiver, or of its class. */
    static boolean contains(Step call) {
        Set<String> owners = OWNERS.get(call.site().name());
        if (owners == null) {
            return false;
        }
        if (call.target() == null) {
            return owners.contains(call.site().owner());
        }
        Class<?> type = call.target().getClass();
        while (type != null && !owners.contains(type.getName().replace('.', '/'))) {
            type = type.getSuperclass();
        }
        return type != null;
    }
}
