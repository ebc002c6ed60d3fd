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
 * Runs the snippets of a cell in this JVM, each on a thread named main, and keeps their values, which JShell would
 * convert to strings. Threads that a snippet has started continue after its end.
 */
final class CellExecution extends DirectExecutionControl {
    /** How long an interrupted thread may take to end before it is abandoned. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Whether the cell was stopped before its end. */
    enum Stop {
        NONE,
        REQUESTED,
        EXITED,
        ABANDONED
    }

    private final ThreadGroup group =
            Objects.requireNonNull(Thread.currentThread().getThreadGroup());
    private final StopCheck checks = new StopCheck();
    private final MainMethods mains = new MainMethods();
    private final Object lock = new Object();
    /** The thread that waits for the running snippet. */
    private @Nullable Thread waiting;

    private volatile Stop stop = Stop.NONE;
    private volatile int exitStatus;
    private Optional<Display> shown = Optional.empty();

    /** Resets the value and the stop of the previous cell. */
    void beginCell() {
        stop = Stop.NONE;
        shown = Optional.empty();
        StopCheck.stop(false);
        ExitGuard.onExit(this::exit);
    }

    /** The value of the last snippet; empty for null. */
    Optional<Display> shown() {
        return shown;
    }

    Stop stopped() {
        return stop;
    }

    /** The main methods of the classes that cells have declared. */
    MainMethods mains() {
        return mains;
    }

    /** The status with which the cell exited. */
    int exitStatus() {
        return exitStatus;
    }

    /** Ends the running snippet, and prevents further snippets of this cell. Any thread may call this. */
    void requestStop() {
        stop(Stop.REQUESTED);
    }

    /** Ends the running cell, if there is one. A thread of an earlier cell may call this when none is running. */
    private void exit(int status) {
        synchronized (lock) {
            if (waiting != null) {
                exitStatus = status;
                stop(Stop.EXITED);
            }
        }
    }

    private void stop(Stop reason) {
        stop = reason;
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
        Arrays.stream(classes).forEach(loaded -> {
            checks.register(loaded.name(), loaded.bytecodes());
            mains.register(loaded.name(), loaded.bytecodes());
        });
        super.load(Arrays.stream(classes)
                .map(loaded -> new ClassBytecodes(loaded.name(), checks.transform(loaded.bytecodes())))
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
            if (stop == Stop.NONE) { // otherwise the stop was requested during compilation
                main.start();
                shown = run.get();
            }
        } catch (InterruptedException stopRequested) {
            end(main);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof InvocationTargetException thrown
                    ? thrown
                    : new InvocationTargetException(failed.getCause());
        } finally {
            synchronized (lock) {
                waiting = null;
                Thread.interrupted(); // clears an interrupt that came too late
            }
        }
        return "";
    }

    private void end(Thread main) {
        main.interrupt();
        try {
            if (!main.join(PATIENCE)) {
                stop = Stop.ABANDONED;
            }
        } catch (InterruptedException again) {
            end(main);
        }
    }

    /** Called on the thread of the cell, because toString may take long or throw an exception. */
    private static Optional<Display> display(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Display display -> Optional.of(display);
            case RecordedRun run -> Optional.of(run.display());
            default ->
                Optional.of(
                        new Display(value.getClass().isArray() ? valueString(value) : String.valueOf(value), Map.of()));
        };
    }
}
