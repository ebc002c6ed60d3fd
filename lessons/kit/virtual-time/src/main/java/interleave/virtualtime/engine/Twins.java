package interleave.virtualtime.engine;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Maps platform threads to the virtual threads, their twins, that execute them: platform threads of a run never start.
 * The program sees the platform thread and the JVM runs the twin, which answers calls such as {@code isAlive}.
 */
final class Twins {
    private static final Map<Thread, Thread> TWIN = new ConcurrentHashMap<>();
    private static final Map<Thread, Thread> PLATFORM = new ConcurrentHashMap<>();

    private Twins() {}

    /**
     * The virtual thread that executes {@code platform}, or {@code null}. (No Optional: this is called on hot paths.)
     */
    static Thread twinOf(Thread platform) {
        return platform == null || TWIN.isEmpty() ? null : TWIN.get(platform);
    }

    /** The thread as the program sees it: the platform thread that {@code thread} executes, or itself. */
    static Thread asSeenByTheProgram(Thread thread) {
        Thread platform = thread.isVirtual() ? PLATFORM.get(thread) : null;
        return platform == null ? thread : platform;
    }

    /** All living platform threads of a run, as the program sees them. */
    static Thread[] platformThreads(Scheduler run) {
        return PLATFORM.entrySet().stream()
                .filter(pair -> JdkInternals.schedulerOf(pair.getKey()) == run
                        && pair.getValue().isAlive())
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingLong(Thread::threadId))
                .toArray(Thread[]::new);
    }

    /** Creates the twin of {@code platform}. The caller starts it. */
    static Thread make(Thread platform, Scheduler scheduler) {
        if (TWIN.containsKey(platform) || platform.getState() != Thread.State.NEW) {
            throw new IllegalThreadStateException("a thread can be started only once");
        }
        Thread twin = scheduler.newThread(platform.getName(), () -> {
            try {
                ((Runnable) platform).run(); // runs the body of the platform thread
            } catch (Throwable uncaught) {
                Hooks.failed(uncaught);
                handle(platform, uncaught);
            } finally {
                forget(platform);
            }
        });
        if (platform.isInterrupted()) {
            twin.interrupt();
        }
        PLATFORM.put(twin, platform);
        TWIN.put(platform, twin);
        return twin;
    }

    private static void handle(Thread platform, Throwable uncaught) {
        if (Hooks.isEnding()) {
            return;
        }
        try {
            platform.getUncaughtExceptionHandler().uncaughtException(platform, uncaught);
        } catch (Throwable ofTheHandler) {
            // the JVM ignores it, too
        }
    }

    /** The platform thread has ended, and no longer needs its twin. */
    private static void forget(Thread platform) {
        JdkInternals.markTerminated(platform);
        TWIN.remove(platform);
    }

    /** Removes a twin that has ended, or whose run is over. */
    static void discard(Thread twin) {
        Thread platform = PLATFORM.remove(twin);
        if (platform != null) {
            forget(platform);
        }
    }
}
