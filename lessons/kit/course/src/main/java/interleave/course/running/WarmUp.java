package interleave.course.running;

import interleave.course.lessons.Version;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/**
 * Runs all versions at once, except those that hang, unseen and for a few seconds, before anything is recorded.
 * Otherwise the version that runs first also loads the classes of the others, which takes up to a second, and a picture
 * would show this as its result. It ends when no more classes are loaded: a fixed time would be too short on a busy
 * machine.
 */
final class WarmUp {

    /** Longer than each pause of the lessons, so that the classes needed after a pause are loaded too. */
    private static final Duration QUIET = Duration.ofMillis(1_200);

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(50);

    /** Generous, because a version that still runs would print into the recording of another. */
    private static final Duration TIME_TO_END = Duration.ofSeconds(10);

    private WarmUp() {}

    /** Returns when the versions have ended. Those that still run after the time are interrupted. */
    static void of(List<Version> versions, List<String> arguments) throws InterruptedException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(discarding());
        System.setErr(discarding());
        try {
            run(versions, arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static void run(List<Version> versions, List<String> arguments) throws InterruptedException {
        var group = new ThreadGroup("warm-up");
        var mains = new ArrayList<Thread>();
        for (Version version : versions.stream().filter(each -> !each.hangs()).toList()) {
            mains.add(
                    Thread.ofPlatform().daemon().group(group).name("main").start(() -> runQuietly(version, arguments)));
        }
        awaitLoadedClasses(mains);
        group.interrupt();
        join(mains, TIME_TO_END);
        ForkJoinPool.commonPool().awaitQuiescence(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void awaitLoadedClasses(List<Thread> mains) throws InterruptedException {
        var classes = ManagementFactory.getClassLoadingMXBean();
        var loaded = new StableCount(QUIET);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (mains.stream().anyMatch(Thread::isAlive)
                && !loaded.isStable(classes.getTotalLoadedClassCount(), System.nanoTime())
                && System.nanoTime() < end) {
            join(mains, CHECK_INTERVAL);
        }
    }

    private static void runQuietly(Version version, List<String> arguments) {
        try {
            version.run(version.takesArguments() ? arguments : List.of());
        } catch (Throwable ignored) {
            // an interrupt, or a failure that the recorded run shows
        }
    }

    private static void join(List<Thread> threads, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (Thread thread : threads) {
            long left = end - System.nanoTime();
            if (left > 0) {
                thread.join(Duration.ofNanos(left));
            }
        }
    }

    private static PrintStream discarding() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
