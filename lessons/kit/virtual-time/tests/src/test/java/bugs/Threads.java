package bugs;

import java.util.ArrayList;
import java.util.List;

/** Runs the threads of a program: Anna, Ben, Carla and so on. */
final class Threads {
    private static final List<String> NAMES =
            List.of("Anna", "Ben", "Carla", "David", "Emma", "Felix", "Greta", "Hugo", "Ida", "Jonas");

    private Threads() {}

    /** Runs each body on its own thread, and waits until all have ended. */
    static void run(Runnable... bodies) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (Runnable body : bodies) {
            threads.add(Thread.ofPlatform().name(NAMES.get(threads.size())).start(body));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Waits on a monitor, which the caller holds. */
    static void waitOn(Object monitor) {
        try {
            monitor.wait();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Fails with a message, unless the condition holds. */
    static void check(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }
}
