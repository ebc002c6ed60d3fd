package interleave.virtualtime.engine;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Platform threads of a run never start: each is executed by a virtual thread, its twin. The program sees the platform
 * thread, the JVM runs the twin, and questions to the one are answered by the other until it ends.
 */
final class Twins {
    private static final Map<Thread, Thread> TWIN = new ConcurrentHashMap<>();
    private static final Map<Thread, Thread> PLATFORM = new ConcurrentHashMap<>();

    private Twins() {}

    /** The virtual thread that executes {@code platform} now; or {@code null}, for this is asked on hot paths. */
    static Thread twinOf(Thread platform) {
        return platform == null || TWIN.isEmpty() ? null : TWIN.get(platform);
    }

    /** The thread that the program knows: the platform thread that {@code thread} executes, or itself. */
    static Thread asSeenByTheProgram(Thread thread) {
        Thread platform = thread.isVirtual() ? PLATFORM.get(thread) : null;
        return platform == null ? thread : platform;
    }

    /** All platform threads of a run that have been started and not ended, as the program knows them. */
    static Thread[] platformThreads(Scheduler run) {
        return PLATFORM.entrySet().stream()
                .filter(pair -> JdkInternals.schedulerOf(pair.getKey()) == run
                        && pair.getValue().isAlive())
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparingLong(Thread::threadId))
                .toArray(Thread[]::new);
    }

    /** Makes the twin of {@code platform}; starting it is left to the caller. */
    static Thread make(Thread platform, Scheduler scheduler) {
        if (TWIN.containsKey(platform) || platform.getState() != Thread.State.NEW) {
            throw new IllegalThreadStateException("this thread has been started before");
        }
        Thread twin = scheduler.newThread(platform.getName(), () -> {
            try {
                ((Runnable) platform).run(); // what the platform thread would have done had it been started
            } catch (Throwable uncaught) {
                Hooks.failed(uncaught);
                if (!Hooks.isEnding()) {
                    platform.getUncaughtExceptionHandler().uncaughtException(platform, uncaught);
                }
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

    /** The platform thread is over: from here on it answers for itself. */
    private static void forget(Thread platform) {
        JdkInternals.markTerminated(platform);
        TWIN.remove(platform);
    }

    /** The twin has ended, or its run is over. */
    static void discard(Thread twin) {
        Thread platform = PLATFORM.remove(twin);
        if (platform != null) {
            forget(platform);
        }
    }
}
