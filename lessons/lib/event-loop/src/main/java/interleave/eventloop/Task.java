package interleave.eventloop;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Work that an {@link EventLoop} has been given, and the future of its result. A callback or a sleep belongs to the
 * task that was running when it was asked for. What asyncio calls a Task.
 *
 * <p>Cancelling a task that has not started makes it never start. Cancelling one that waits cancels what it waits for:
 * the body sees a {@link java.util.concurrent.CancellationException}, may clean up, and may even go on. As in asyncio
 * that includes another task it waits for, unless that is {@linkplain EventLoop#shield shielded}; and as there,
 * {@code cancel} asks and does not wait: a task that still cleans up is not done.
 */
public final class Task<T> extends AwaitedFuture<T> {

    /** Whose callbacks belong to no task. */
    static final Task<?> NONE = new Task<>();

    final int id;
    private final String name;
    /** Who asked for this task: its result is delivered in their name, and not in that of a task that is over. */
    private Task<?> creator;

    private Supplier<? extends CompletionStage<T>> body;
    private CompletableFuture<T> awaited;
    private boolean cancelledWhileItRan;
    private LoopEvents.Span event = LoopEvents.task();

    /** Neighbours in the ring of unfinished tasks. */
    private Task<?> older = this;

    private Task<?> younger = this;

    Task(EventLoop loop, int id, String name, Supplier<? extends CompletionStage<T>> body) {
        super(loop);
        this.id = id;
        this.name = name;
        this.body = body;
        this.creator = loop.asker();
    }

    private Task() {
        super((EventLoop) null);
        id = 0;
        name = "the loop";
    }

    /** The head of an empty ring of unfinished tasks. */
    static Task<?> noTasks() {
        return new Task<>();
    }

    boolean isAlone() {
        return younger == this;
    }

    /** The others in the ring, oldest first. */
    List<Task<?>> youngerOnes() {
        var others = new ArrayList<Task<?>>();
        for (Task<?> task = younger; task != this; task = task.younger) {
            others.add(task);
        }
        return others;
    }

    /** What timelines and messages call this task. */
    public String name() {
        return name.isEmpty() ? "task-" + id : name;
    }

    /** Becomes the youngest of the unfinished tasks. */
    void joinQueue(Task<?> head) {
        older = head.older;
        younger = head;
        older.younger = this;
        younger.older = this;
    }

    boolean isStarted() {
        return body == null;
    }

    /** Runs the body up to its first wait; does nothing when the task was cancelled before its turn came. */
    void start() {
        if (isDone()) {
            return;
        }
        loop.switchTo(this);
        var begun = body;
        body = null;
        try {
            awaited = begun.get().toCompletableFuture();
        } catch (Throwable thrown) {
            finish(null, thrown);
            return;
        }
        if (cancelledWhileItRan && !awaited.cancel(false)) {
            finish(null, new CancellationException());
        } else {
            loop.await(awaited, this);
        }
    }

    @Override
    void heard(CompletableFuture<?> done, Throwable failure) {
        finish(failure == null ? awaited.getNow(null) : null, failure);
    }

    private void finish(T value, Throwable failure) {
        Task<?> running = loop.switchTo(creator);
        creator = NONE; // or a task that follows a task that follows a task would keep them all
        if (failure == null) {
            complete(value);
        } else {
            completeExceptionally(Failures.causeOf(failure));
        }
        loop.switchTo(running);
    }

    @Override
    void cancelOnLoop() {
        if (!loop.isFirstCancellationInThisTurn(this)) {
            return;
        }
        if (isStarted() && awaited == null) {
            cancelledWhileItRan = true;
        } else if (awaited == null || awaited.isDone()) {
            super.cancelOnLoop();
        } else {
            awaited.cancel(false);
        }
    }

    @Override
    void failing(Throwable failure) {
        event.failed(failure);
    }

    @Override
    void ended() {
        older.younger = younger;
        younger.older = older;
        older = this;
        younger = this;
        event.end(this);
        event = LoopEvents.Span.NOT_RECORDED;
    }

    @Override
    public String toString() {
        return this == NONE ? "no task" : "task \"" + name() + "\"";
    }
}
