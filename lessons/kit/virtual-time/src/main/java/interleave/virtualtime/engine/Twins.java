package interleave.virtualtime.engine;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Maps platform threads to the virtual threads, their twins, that execute them: platform threads of a run never start.
 * The program sees the platform thread and the JVM runs the twin, which answers calls such as {@code isAlive}.
 *
 * <p>Each of the two holds the other in a field that it does not need itself. A map would be slower, and would keep the
 * threads of earlier runs in memory.
 */
final class Twins {
    private Twins() {}

    /**
     * Marks a twin. It takes the place of its exception handler, which is never called: the twin catches everything.
     */
    private record Platform(Thread thread) implements UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread twin, Throwable failure) {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
        }
    }

    /**
     * The virtual thread that executes {@code platform}, or {@code null}. (No Optional: this is called on hot paths.)
     */
    static Thread twinOf(Thread platform) {
        return platform != null && JdkInternals.bindingsOf(platform) instanceof Thread twin ? twin : null;
    }

    /** The thread as the program sees it: the platform thread that {@code thread} executes, or itself. */
    static Thread asSeenByTheProgram(Thread thread) {
        return thread.isVirtual() && JdkInternals.exceptionHandlerOf(thread) instanceof Platform platform
                ? platform.thread()
                : thread;
    }

    /** The thread that the JVM runs: the twin of {@code thread}, or itself. */
    static Thread asRunByTheJvm(Thread thread) {
        Thread twin = twinOf(thread);
        return twin == null ? thread : twin;
    }

    /** The platform threads among {@code running}, as the program sees them. */
    static Thread[] platformThreads(Stream<Thread> running) {
        return running.map(Twins::asSeenByTheProgram)
                .filter(thread -> !thread.isVirtual())
                .toArray(Thread[]::new);
    }

    /** The stacks of the platform threads among {@code running}, as {@code Thread.getAllStackTraces} returns them. */
    static Map<Thread, StackTraceElement[]> stackTraces(Stream<Thread> running) {
        var stacks = new HashMap<Thread, StackTraceElement[]>();
        for (Thread platform : platformThreads(running)) {
            stacks.put(platform, platform.getStackTrace());
        }
        return stacks;
    }

    /** Creates the twin of {@code platform}. The caller starts it. */
    static Thread make(Thread platform, Scheduler scheduler) {
        if (twinOf(platform) != null || platform.getState() != Thread.State.NEW) {
            throw new IllegalThreadStateException("a thread can be started only once");
        }
        Thread twin = scheduler.newThread(platform.getName(), () -> {
            try {
                ((Runnable) platform).run(); // runs the body of the platform thread
            } catch (Throwable uncaught) {
                Hooks.failed(uncaught);
                handle(platform, uncaught);
            }
        });
        if (platform.isInterrupted()) {
            twin.interrupt();
        }
        JdkInternals.setExceptionHandler(twin, new Platform(platform));
        JdkInternals.setBindings(platform, twin);
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
    static void discard(Thread platform) {
        if (twinOf(platform) != null) {
            JdkInternals.markTerminated(platform);
            JdkInternals.setBindings(platform, null);
        }
    }
}
