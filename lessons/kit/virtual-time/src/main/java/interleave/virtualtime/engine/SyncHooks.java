package interleave.virtualtime.engine;

import interleave.virtualtime.engine.races.RaceDetector;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * The methods that classes of {@code java.util.concurrent} call, once a run looks for data races, to say what they
 * order. Public only because rewritten classes call it. Without lambdas: to link one, the JDK calls classes that call
 * this one.
 */
public final class SyncHooks {
    private SyncHooks() {}

    /** The detector of the current run; {@code null} for almost all runs, and while it is at work itself. */
    static RaceDetector detector() {
        if (!RunState.anyFindsRaces()) {
            return null;
        }
        Scheduler run = Scheduler.current();
        return run == null || run.races() == null || run.races().isBusy() ? null : run.races();
    }

    private static Thread running() {
        return Scheduler.current().running();
    }

    /** What was released with {@code object} has happened before the next step of the running thread. */
    public static void acquire(Object object) {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.acquire(running(), object);
        }
    }

    /** What the running thread has done happens before what follows an acquire of {@code object}. */
    public static void release(Object object) {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.release(running(), object);
        }
    }

    /** A method of a wrapper such as {@code Collections.synchronizedList} returns. It has held the lock. */
    public static void usedWrapper(Object wrapper) {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.usedWrapper(running());
        }
    }

    /** A lock gets an owner, or loses it. */
    public static void owned(Object lock, Thread owner) {
        if (owner == null) {
            release(lock);
        } else {
            acquire(lock);
        }
    }

    /** The running thread is about to wait for a signal. */
    static void waiting(Object monitor) {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.waits(running(), monitor);
        }
    }

    /**
     * A {@code CompletableFuture} is completed, or an action is added to one. All futures of a run count as one object:
     * a stage may use the results of many, and a race between two actions is found nevertheless.
     */
    public static void completesFuture() {
        release(CompletableFuture.class);
    }

    /** The running thread has seen that a {@code CompletableFuture} is complete, or runs an action of one. */
    public static void seesFuture() {
        acquire(CompletableFuture.class);
    }

    /** A task completes. The last one of its siblings continues with what comes after all of them. */
    public static void completes(Object task) {
        for (CountedCompleter<?> each = (CountedCompleter<?>) task; each != null; each = each.getCompleter()) {
            release(each);
            acquire(each);
        }
    }

    /** The running thread interrupts another one. */
    public static void interrupts(Object thread) {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.wakes(running(), Twins.asSeenByTheProgram((Thread) thread));
        }
    }

    /** A call of {@code join} or {@code isAlive} returns. */
    public static void joined(Thread thread) {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.joined(running(), thread);
        }
    }

    /** A worker begins a task. The tasks of the only worker of a pool happen one after the other. */
    public static void begin(Object pool, Object task) {
        RaceDetector detector = detector();
        if (detector == null) {
            return;
        }
        if (isOfOneThread(pool)) {
            detector.acquire(running(), task);
        } else {
            detector.beginTask(running(), task);
        }
    }

    private static boolean isOfOneThread(Object pool) {
        return pool instanceof ThreadPoolExecutor executor
                && (executor.getMaximumPoolSize() == 1
                        || (executor instanceof ScheduledThreadPoolExecutor && executor.getCorePoolSize() <= 1));
    }

    /** A worker of a pool has executed a task. */
    public static void end(Object task) {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.endTask(running(), task, JdkInternals.isWorker(running()));
        }
    }

    /** Values of a thread-local variable are confined to a worker, so its tasks happen one after the other. */
    public static void confined() {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.acquire(running(), running());
        }
    }

    /** The running thread has seen that all threads of an executor or scope have ended. */
    public static void joinedAll() {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.joinedAll(running());
        }
    }

    /** The running thread executes code whose locks the program does not know. */
    public static void mute() {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.mute(running());
        }
    }

    public static void unmute() {
        RaceDetector detector = detector();
        if (detector != null) {
            detector.unmute(running());
        }
    }
}
