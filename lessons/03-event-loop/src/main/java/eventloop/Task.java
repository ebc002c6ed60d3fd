package eventloop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Work that an {@link EventLoop} has been given, and the future of its result. A callback or a sleep belongs to the
 * task that was running when it was asked for. What asyncio calls a Task.
 */
public final class Task<T> extends CompletableFuture<T> {

    /** Whose callbacks belong to no task. */
    static final Task<?> NONE = new Task<>("the loop", 0, CompletableFuture::new);

    final String name;
    final long id;
    private final Supplier<? extends CompletionStage<T>> body;
    private final LoopEvents.Task event = LoopEvents.Task.begun();

    Task(String name, long id, Supplier<? extends CompletionStage<T>> body) {
        this.name = name;
        this.id = id;
        this.body = body;
    }

    /** What timelines and messages call this task. */
    public String name() {
        return name;
    }

    /** Runs the body up to its first wait; does nothing when the task was cancelled before its turn came. */
    void start() {
        if (isDone()) {
            return;
        }
        try {
            body.get().whenComplete(this::finish);
        } catch (Throwable thrown) {
            finish(null, thrown);
        }
    }

    private void finish(T value, Throwable failure) {
        if (failure == null) {
            complete(value);
        } else {
            completeExceptionally(Failures.causeOf(failure));
        }
        event.end(this);
    }
}
