package interleave.recorder;

import interleave.recorder.capture.RecorderEvents;
import interleave.recorder.model.Ending;
import interleave.virtualtime.ThrowingRunnable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A version that is running: its main thread, and the thread-local that its other threads inherit. */
final class RunningVersion {

    private static final InheritableThreadLocal<RunningVersion> OF_THREAD = new InheritableThreadLocal<>();

    final int number;
    final String name;

    private final FutureTask<Outcome> run;
    private final ThreadGroup group = new ThreadGroup(RecorderEvents.VERSION_GROUP);
    private final Thread main;
    private volatile long startNanos = System.nanoTime();

    RunningVersion(int number, String name, ThrowingRunnable body) {
        this.number = number;
        this.name = name;
        run = new FutureTask<>(() -> run(body));
        main = Thread.ofPlatform().group(group).name("main").unstarted(run);
    }

    /** The version to which the calling thread belongs, if it inherited one. */
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
     * Interrupts the main thread and, if that does not end the version, all its platform threads. Returns whether it
     * has ended.
     */
    boolean interrupt(Duration limit) throws InterruptedException {
        main.interrupt();
        main.join(limit.toMillis() / 2);
        if (main.isAlive()) {
            group.interrupt();
            main.join(limit.toMillis() / 2);
        }
        return !main.isAlive();
    }

    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startNanos);
    }

    private Outcome run(ThrowingRunnable body) {
        OF_THREAD.set(this);
        startNanos = System.nanoTime();
        var event = RecorderEvents.startVersion(number, name);
        Optional<Throwable> failure = failureOf(body);
        var outcome = new Outcome(sinceStart(), failure);
        event.end(Ending.of(failure));
        return outcome;
    }

    private static Optional<Throwable> failureOf(ThrowingRunnable body) {
        try {
            body.run();
            return Optional.empty();
        } catch (Throwable thrown) {
            return Optional.of(thrown);
        }
    }
}
