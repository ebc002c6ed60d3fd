package interleave.recorder;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** One version while it runs: its main thread, and the mark by which its other threads are known. */
final class RunningVersion {

    /**
     * The thread group that the platform threads of a version inherit, by which a recording tells them. A thread that
     * was started in another group is none of the version's, nor are the tasks of an event loop on it: so a lesson
     * keeps out what only plays the rest of the world.
     */
    static final String GROUP = "version";

    private static final InheritableThreadLocal<RunningVersion> OF_THREAD = new InheritableThreadLocal<>();

    final int number;
    final String name;

    private final FutureTask<Outcome> run;
    private final ThreadGroup group = new ThreadGroup(GROUP);
    private final Thread main;
    private volatile long startNanos = System.nanoTime();

    RunningVersion(int number, String name, Body body) {
        this.number = number;
        this.name = name;
        run = new FutureTask<>(() -> run(body));
        main = Thread.ofPlatform().group(group).name("main").unstarted(run);
    }

    /** The version that the calling thread comes from, if it can be told. */
    static Optional<RunningVersion> ofCallingThread() {
        return Optional.ofNullable(OF_THREAD.get());
    }

    void start() {
        main.start();
    }

    Outcome await() throws InterruptedException {
        try {
            return run.get();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible.getCause());
        }
    }

    /**
     * First as one would from outside; then, when that does not end it, every platform thread of the version. Returns
     * whether it has ended.
     */
    boolean interrupt(Duration patience) throws InterruptedException {
        main.interrupt();
        main.join(patience.toMillis() / 2);
        if (main.isAlive()) {
            group.interrupt();
            main.join(patience.toMillis() / 2);
        }
        return !main.isAlive();
    }

    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private Outcome run(Body body) {
        OF_THREAD.set(this);
        startNanos = System.nanoTime();
        var started = new RecorderEvents.VersionStarted();
        started.version = number;
        started.name = name;
        started.commit();
        var whole = new RecorderEvents.Version();
        whole.begin();
        Optional<Throwable> failure = failureOf(body);
        var outcome = new Outcome(sinceStart(), failure);
        whole.version = number;
        whole.name = name;
        whole.ending = Ending.of(failure).name();
        whole.commit();
        return outcome;
    }

    private static Optional<Throwable> failureOf(Body body) {
        try {
            body.run();
            return Optional.empty();
        } catch (Throwable thrown) {
            return Optional.of(thrown);
        }
    }
}
