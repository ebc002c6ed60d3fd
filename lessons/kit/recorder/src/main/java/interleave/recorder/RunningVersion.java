package interleave.recorder;

import static interleave.recorder.capture.RecorderEvents.VERSION_GROUP;

import interleave.recorder.model.Ending;
import interleave.virtualtime.ThrowingRunnable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A version that is running: its main thread, and the thread-local that its other threads inherit. */
final class RunningVersion {

    private static final InheritableThreadLocal<RunningVersion> OF_THREAD = new InheritableThreadLocal<>();

    final int number;
    final String name;

    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    /** Whether it has ended, or was abandoned. */
    private final AtomicBoolean ended = new AtomicBoolean();

    private final ThreadGroup group = new ThreadGroup(VERSION_GROUP);
    private final Thread main;
    private final Supplier<Consumer<Ending>> startEvent;
    private volatile Consumer<Ending> endEvent = ending -> {};
    private volatile long startNanos = System.nanoTime();
    private volatile boolean abandoned;
    private volatile boolean interrupted;

    /**
     * A version that has not started.
     *
     * @param startEvent called on its main thread at its start; what it returns is called at its end
     */
    RunningVersion(int number, String name, Supplier<Consumer<Ending>> startEvent, ThrowingRunnable body) {
        this.number = number;
        this.name = name;
        this.startEvent = startEvent;
        main = Thread.ofPlatform().group(group).name("main").unstarted(() -> run(body));
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
            return outcome.get();
        } catch (ExecutionException ofTheRecorder) {
            throw new IllegalStateException(ofTheRecorder.getCause());
        }
    }

    /**
     * Interrupts the main thread and, if that does not end the version, all its platform threads. Returns whether it
     * has ended.
     */
    boolean interrupt(Duration limit) throws InterruptedException {
        interrupted = true;
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

    private void run(ThrowingRunnable body) {
        OF_THREAD.set(this);
        startNanos = System.nanoTime();
        try {
            endEvent = startEvent.get();
            Optional<Throwable> failure = failureOf(body);
            if (ended.compareAndSet(false, true)) {
                end(failure);
            }
        } catch (Throwable ofTheRecorder) { // otherwise the caller would wait forever
            outcome.completeExceptionally(ofTheRecorder);
        }
    }

    private void end(Optional<Throwable> failure) {
        var how = new Outcome(sinceStart(), failure);
        // a server handles the interrupt, and returns normally
        endEvent.accept(interrupted && failure.isEmpty() ? Ending.STOPPED : Ending.of(failure));
        outcome.complete(how);
    }

    /**
     * Ends this version with {@code failure}, although its threads may be running. Their output is dropped from now on.
     *
     * @param cleanUp called before the version ends
     */
    void abandon(Throwable failure, Runnable cleanUp) {
        if (ended.compareAndSet(false, true)) {
            abandoned = true;
            cleanUp.run();
            end(Optional.of(failure));
        }
    }

    boolean isAbandoned() {
        return abandoned;
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
