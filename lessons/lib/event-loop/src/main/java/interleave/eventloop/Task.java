package interleave.eventloop;

import interleave.eventloop.futures.AwaitedFuture;
import interleave.eventloop.futures.Failures;
import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import interleave.eventloop.scheduling.Ticks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Work that an {@link EventLoop} runs, and the future of its result. A callback or a sleep belongs to the task that
 * requested it. Corresponds to asyncio.Task.
 *
 * <p>A task that is cancelled before its first turn never starts. Cancelling a waiting task cancels the future it waits
 * for. The body then receives a {@link java.util.concurrent.CancellationException}, can clean up, and may even
 * continue. As in asyncio, a task that it waits for is cancelled too, unless it is {@linkplain EventLoop#shield
 * shielded}, and {@code cancel} does not wait for the clean-up.
 */
@SuppressWarnings("exports") // the superclass is internal; programs see a CompletableFuture
public final class Task<T> extends AwaitedFuture<T> implements Owner {

    /** How often a walk through the ring starts again because a task has left it. */
    private static final int MAX_WALKS = 100;

    private final int id;
    private final String name;
    /**
     * The task that created this one. Dependents of the result run on its behalf, because this task has ended by then.
     */
    private Owner creator;

    private Supplier<? extends CompletionStage<T>> body;
    private CompletableFuture<T> awaited;
    /**
     * A second cancellation in one turn has no effect: it must not interrupt the clean-up. 0 without a cancellation.
     */
    private int turnOfCancellation;
    /** The start of the turn in which it ran last, or was created, in {@link Ticks}. */
    private int lastRan;

    /** Neighbours in the ring of unfinished tasks. Two fields take 8 bytes per task, an entry of a LinkedHashSet 40. */
    private Task<?> older = this;

    private Task<?> younger = this;

    Task(Scheduler loop, int id, String name, Supplier<? extends CompletionStage<T>> body) {
        super(loop);
        this.id = id;
        this.name = name;
        this.body = body;
        this.creator = loop.owner();
        this.lastRan = Ticks.of(loop.now());
    }

    // ---- the ring of unfinished tasks

    /** The head of an empty ring. */
    static Task<?> emptyRing(Scheduler loop) {
        return new Task<>(loop, 0, "", () -> null);
    }

    boolean isAlone() {
        return younger == this;
    }

    /** The others in the ring, oldest first, as a copy: cancelling tasks changes the ring. */
    List<Task<?>> others() {
        var others = new ArrayList<Task<?>>();
        for (Task<?> task = younger; task != this; task = task.younger) {
            others.add(task);
        }
        return others;
    }

    /**
     * The others in the ring as another thread sees them, which needs no lock: tasks that come or go in the meantime
     * may be missing. A task that has left the ring leads nowhere, so the walk starts again.
     */
    Set<Task<?>> othersSeen(int limit) {
        var seen = new LinkedHashSet<Task<?>>();
        for (int walk = 0; walk < MAX_WALKS; walk++) {
            Task<?> before = this;
            Task<?> task = younger;
            while (task != null && task != this && task != before && seen.size() < limit) {
                seen.add(task);
                before = task;
                task = task.younger;
            }
            if (task == this || seen.size() >= limit) {
                break;
            }
        }
        return seen;
    }

    /** Adds this task to the ring of unfinished tasks, as the youngest. */
    void joinRing(Task<?> head) {
        loop.listener().taskCreated(this);
        older = head.older;
        younger = head;
        older.younger = this;
        younger.older = this;
    }

    private void leaveRing() {
        older.younger = younger;
        younger.older = older;
        older = this;
        younger = this;
    }

    // ---- the task

    /** A number that is unique in its loop. The events of Flight Recorder contain it. */
    @Override
    public int id() {
        return id;
    }

    /** The task's name in timelines and messages. */
    @Override
    public String name() {
        return name.isEmpty() ? "task-" + id : name;
    }

    boolean isStarted() {
        return body == null;
    }

    /** Runs the body up to its first wait. Does nothing if the task was cancelled before its first turn. */
    void start() {
        if (isDone()) {
            return;
        }
        loop.switchTo(this);
        var started = body;
        body = null;
        try {
            awaited = started.get().toCompletableFuture();
        } catch (Throwable thrown) {
            finish(null, thrown);
            return;
        }
        if (isCancelledWhileRunning() && !awaited.cancel(false)) {
            finish(null, new CancellationException());
        } else {
            await(awaited);
        }
    }

    /** A task that was cancelled before that is done. */
    private boolean isCancelledWhileRunning() {
        return turnOfCancellation != 0;
    }

    @Override
    public void ranAt(int tick) {
        lastRan = tick;
    }

    /** The time since it ran last, or was created, to the accuracy of a few turns. */
    Duration waitingTime() {
        return Ticks.between(lastRan, Ticks.of(System.nanoTime()));
    }

    @Override
    public Stream<CompletableFuture<?>> awaitedNow() {
        return Stream.ofNullable(awaited);
    }

    @Override
    public Optional<WaitReason> waitReason() {
        return Optional.of(new WaitReason("task", name()));
    }

    @Override
    protected void awaitedDone(CompletableFuture<?> done, Throwable failure) {
        finish(failure == null ? awaited.getNow(null) : null, failure);
    }

    private void finish(T value, Throwable failure) {
        Owner running = loop.switchTo(creator);
        creator = Owner.NONE; // otherwise a long chain of tasks that create each other could not be garbage-collected
        if (failure == null) {
            complete(value);
        } else {
            completeExceptionally(Failures.causeOf(failure));
        }
        loop.switchTo(running);
    }

    @Override
    protected void cancelOnLoop() {
        if (turnOfCancellation == loop.turn()) {
            return;
        }
        turnOfCancellation = loop.turn();
        if (isStarted() && awaited == null) {
            return; // it is running: start() cancels what it will wait for
        }
        if (awaited == null || awaited.isDone()) {
            super.cancelOnLoop();
        } else {
            awaited.cancel(false);
        }
    }

    @Override
    public boolean isCancelRequested() {
        return turnOfCancellation != 0 && !isDone();
    }

    @Override
    protected void ended(Throwable failure) {
        leaveRing();
        loop.listener().taskEnded(this, failure);
    }

    @Override
    public String toString() {
        return "task \"" + name() + "\"";
    }
}
