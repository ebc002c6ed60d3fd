package interleave.course.running;

import java.lang.reflect.Field;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The number in the JDK's names of pools, as in {@code pool-1-thread-2}. It starts at 1 again for each version,
 * although other versions have run in the same JVM: a real run has the names of a run in virtual time.
 */
final class PoolNumbers {
    private PoolNumbers() {}

    /** Does nothing in a JVM that does not open the JDK's package, which the manifest of the course does. */
    static void restart() {
        try {
            Class<?> factory = Class.forName(Executors.class.getName() + "$DefaultThreadFactory");
            Field next = factory.getDeclaredField("poolNumber");
            if (next.trySetAccessible()) {
                ((AtomicInteger) next.get(null)).set(1);
            }
        } catch (ReflectiveOperationException otherJdk) {
            // the names then continue with a higher number
        }
    }
}
