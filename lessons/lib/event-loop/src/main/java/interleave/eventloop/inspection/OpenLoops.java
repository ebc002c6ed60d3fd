package interleave.eventloop.inspection;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/** The loops that are not closed yet. A loop that the program has lost is not kept in memory. Any thread may use it. */
public final class OpenLoops {

    /** Reads a loop from another thread than the loop's, which may be blocked. */
    public interface Source {

        /**
         * What the loop and its tasks do now.
         *
         * @param limit the maximum number of nodes
         */
        LoopData read(int limit);
    }

    private static final Set<Source> OPEN = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private OpenLoops() {}

    public static void add(Source loop) {
        OPEN.add(loop);
    }

    public static void remove(Source loop) {
        OPEN.remove(loop);
    }

    static List<Source> now() {
        synchronized (OPEN) {
            return List.copyOf(OPEN);
        }
    }
}
