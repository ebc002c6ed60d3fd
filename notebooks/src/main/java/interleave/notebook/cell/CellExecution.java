package interleave.notebook.cell;

import interleave.notebook.Display;
import interleave.notebook.RecordedRun;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jdk.jshell.execution.DirectExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs a cell's snippets in this JVM, each on a thread named main, and keeps their values: for JShell they would be
 * texts. What a snippet leaves running goes on.
 */
final class CellExecution extends DirectExecutionControl {
    /** So long a thread that was interrupted may take to end before it is left behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** How the cell was ended from outside. */
    enum Stop {
        NONE,
        ASKED,
        LEFT_BEHIND
    }

    private final ThreadGroup group =
            Objects.requireNonNull(Thread.currentThread().getThreadGroup());
    private final StopCheck checks = new StopCheck();
    private final Object lock = new Object();
    /** Who waits for the snippet that runs now. */
    private @Nullable Thread waiting;

    private volatile Stop stop = Stop.NONE;
    private Optional<Display> shown = Optional.empty();

    /** Forgets values and stops of the cell before. */
    void beginCell() {
        stop = Stop.NONE;
        shown = Optional.empty();
        StopCheck.stop(false);
    }

    /** What the last snippet came to; empty for null. */
    Optional<Display> shown() {
        return shown;
    }

    Stop stopped() {
        return stop;
    }

    /** Ends the running snippet, and keeps the next one of this cell from starting. Any thread may call this. */
    void askToStop() {
        stop = Stop.ASKED;
        StopCheck.stop(true);
        synchronized (lock) {
            if (waiting != null) {
                waiting.interrupt();
            }
        }
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        Arrays.stream(classes).forEach(loaded -> checks.remember(loaded.name(), loaded.bytecodes()));
        super.load(Arrays.stream(classes)
                .map(loaded -> new ClassBytecodes(loaded.name(), checks.insertedInto(loaded.bytecodes())))
                .toArray(ClassBytecodes[]::new));
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        shown = Optional.empty();
        var run = new FutureTask<>(() -> display(snippet.invoke(null)));
        var main = new Thread(group, run, "main");
        synchronized (lock) {
            waiting = Thread.currentThread();
        }
        try {
            if (stop == Stop.NONE) { // otherwise it came while the cell was compiled
                main.start();
                shown = run.get();
            }
        } catch (InterruptedException asked) {
            end(main);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof InvocationTargetException thrown
                    ? thrown
                    : new InvocationTargetException(failed.getCause());
        } finally {
            synchronized (lock) {
                waiting = null;
                Thread.interrupted(); // one that came too late
            }
        }
        return "";
    }

    private void end(Thread main) {
        main.interrupt();
        try {
            if (!main.join(PATIENCE)) {
                stop = Stop.LEFT_BEHIND;
            }
        } catch (InterruptedException again) {
            end(main);
        }
    }

    /** On the cell's own thread: a text may take long to make, or fail. */
    private static Optional<Display> display(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Display display -> Optional.of(display);
            case RecordedRun watched -> Optional.of(watched.display());
            default ->
                Optional.of(
                        new Display(value.getClass().isArray() ? valueString(value) : String.valueOf(value), Map.of()));
        };
    }
}
