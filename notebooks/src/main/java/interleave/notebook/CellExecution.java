package interleave.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import jdk.jshell.execution.LocalExecutionControl;
import org.jspecify.annotations.Nullable;

/**
 * Runs a cell's snippets in this JVM, each on a thread named main, and keeps their values. JShell's own engine puts a check
 * into every loop of a cell, by which it can be stopped; but it waits for all threads of a cell, hides what they fail
 * with and turns values into text, so the snippet is run on a thread outside of its thread group.
 */
final class CellExecution extends LocalExecutionControl {
    /** So long a thread that was interrupted may take to end before it is left behind. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** JShell's engine starts a thread to call a static method: that thread finds its execution here. */
    private static final InheritableThreadLocal<CellExecution> EXECUTION = new InheritableThreadLocal<>();
    private static final Method RUN_SNIPPET = runSnippetMethod();

    /** How the cell was ended from outside. */
    enum Stop {
        NONE, ASKED, LEFT_BEHIND
    }

    private final ThreadGroup group = Objects.requireNonNull(Thread.currentThread().getThreadGroup());
    private @Nullable Method snippet;
    private volatile Optional<Display> shown = Optional.empty();
    private volatile Stop stop = Stop.NONE;

    /** Forgets values and stops of the cell before. */
    void beginCell() {
        stop = Stop.NONE;
        shown = Optional.empty();
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
        try {
            stop();
        } catch (EngineTerminationException | InternalException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected String invoke(Method method) throws Exception {
        snippet = method;
        shown = Optional.empty();
        EXECUTION.set(this);
        try {
            super.invoke(RUN_SNIPPET);
        } finally {
            EXECUTION.remove();
        }
        return "";
    }

    private static Method runSnippetMethod() {
        try {
            Method method = CellExecution.class.getDeclaredMethod("runSnippet");
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException impossible) {
            throw new ExceptionInInitializerError(impossible);
        }
    }

    /** Called by JShell's engine. */
    private static void runSnippet() throws Throwable {
        CellExecution execution = EXECUTION.get();
        EXECUTION.remove(); // what the cell starts need not inherit it
        execution.runOnMain();
    }

    private void runOnMain() throws Throwable {
        if (stop != Stop.NONE) {
            return; // it came while the cell was compiled
        }
        Method method = Objects.requireNonNull(snippet);
        var run = new FutureTask<Optional<Display>>(() -> display(method.invoke(null)));
        var main = new Thread(group, run, "main");
        main.start();
        try {
            shown = run.get();
        } catch (InterruptedException stopped) {
            main.interrupt();
            if (!main.join(PATIENCE)) {
                stop = Stop.LEFT_BEHIND;
            }
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw cause instanceof InvocationTargetException thrown ? thrown.getCause() : cause;
        }
    }

    /** On the cell's own thread: a text may take long to make, or fail. */
    private static Optional<Display> display(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case Display display -> Optional.of(display);
            default -> Optional.of(new Display(value.getClass().isArray()
                    ? valueString(value)
                    : String.valueOf(value), Map.of()));
        };
    }
}
