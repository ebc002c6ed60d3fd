package interleave.eventloop.observation;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells blocking and computing callbacks from those that only seem slow, because the JVM loads classes or the machine
 * is busy. It compares the time of a callback with the processor time and the waits of its thread.
 */
final class SlowCallback {

    static final Duration LIMIT = Duration.ofMillis(100);

    /** A callback that neither waited nor computed is only reported after this time: the machine may be busy. */
    private static final Duration UNCLEAR_LIMIT = Duration.ofMillis(500);

    /** A class that is used for the first time is loaded, linked and interpreted. */
    private static final Duration TIME_OF_A_CLASS = Duration.ofMillis(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ClassLoadingMXBean CLASSES = ManagementFactory.getClassLoadingMXBean();

    /**
     * What the calling thread has done so far. Empty where the JVM does not reveal it: for a virtual thread, and in
     * virtual time, where the number of a thread is that of another thread in the JVM.
     */
    private record Reading(Duration computed, long waits, long classes) {

        static Optional<Reading> now() {
            Thread thread = Thread.currentThread();
            ThreadInfo info = thread.isVirtual() ? null : THREADS.getThreadInfo(thread.threadId());
            return info == null
                            || !info.getThreadName().equals(thread.getName())
                            || info.getThreadState() != Thread.State.RUNNABLE
                            || !THREADS.isCurrentThreadCpuTimeSupported()
                    ? Optional.empty()
                    : Optional.of(new Reading(
                            Duration.ofNanos(THREADS.getCurrentThreadCpuTime()),
                            info.getWaitedCount() + info.getBlockedCount(),
                            CLASSES.getTotalLoadedClassCount()));
        }
    }

    private Optional<Reading> before = Optional.empty();

    /** Called once in a turn, because a reading takes some microseconds. */
    void turnStarted() {
        before = Reading.now();
    }

    /** What a callback did that took this long, as the end of a sentence; empty if it is not to blame. */
    Optional<String> explain(Duration time) {
        if (time.compareTo(LIMIT) <= 0) {
            return Optional.empty();
        }
        Optional<Reading> earlier = before;
        before = Reading.now();
        return earlier.isEmpty() || before.isEmpty()
                ? Optional.of(took(time))
                : explain(time, earlier.get(), before.get());
    }

    private static Optional<String> explain(Duration time, Reading earlier, Reading now) {
        Duration computed = now.computed.minus(earlier.computed);
        Duration loading = TIME_OF_A_CLASS.multipliedBy(now.classes - earlier.classes);
        if (now.waits > earlier.waits && time.minus(computed).compareTo(LIMIT) > 0) {
            return Optional.of(took(time));
        }
        if (computed.minus(loading).compareTo(LIMIT) > 0) {
            return Optional.of("computed for " + computed.toMillis() + " ms; no other task could run.");
        }
        return time.minus(loading).compareTo(UNCLEAR_LIMIT) > 0
                ? Optional.of("took " + time.toMillis() + " ms, of which it computed " + computed.toMillis()
                        + " ms. It may have blocked, or the machine was busy.")
                : Optional.empty();
    }

    private static String took(Duration time) {
        return "took " + time.toMillis() + " ms; no other task could run.";
    }
}
