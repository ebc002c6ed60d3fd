package interleave.recorder;

import static interleave.recorder.capture.RecorderEvents.VERSION_GROUP;

import interleave.recorder.model.Ending;
import interleave.virtualtime.ThrowingRunnable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A version that is running: its main thread, and the thread-local that its other threads inherit. */
final class RunningVersion {

    private static final InheritableThreadLocal<RunningVersion> OF_THREAD = new InheritableThreadLocal<>();

    final int number;
    final String name;

    private final FutureTask<Outcome> run;
    private final ThreadGroup group = new ThreadGroup(VERSION_GROUP);
    private final Thread main;
    private final Supplier<Consumer<Ending>> startEvent;
    private volatile long startNanos = System.nanoTime();

    /**
     * A version that has not started.
     *
     * @param startEvent called on its main thread at its start; what it returns is called at its end
     */
    RunningVersion(int number, String name, Supplier<Consumer<Ending>> startEvent, ThrowingRunnable body) {
        this.number = number;
        this.name = name;
        this.startEvent = startEvent;
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
        Consumer<Ending> event = startEvent.get();
        Optional<Throwable> failure = failureOf(body);
        var outcome = new Outcome(sinceStart(), failure);
        event.accept(Ending.of(failure));
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
