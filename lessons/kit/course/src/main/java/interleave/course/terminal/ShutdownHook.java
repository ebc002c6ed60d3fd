package interleave.course.terminal;

/** Something to do if the program ends before this is closed: by Ctrl-C, by a signal, or by {@code System.exit}. */
public final class ShutdownHook implements AutoCloseable {
    private final Thread hook;

    private ShutdownHook(Runnable action) {
        hook = new Thread(action);
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            action.run();
        }
    }

    /** Does {@code action} when the program ends; at once, if it is ending already. */
    public static ShutdownHook of(Runnable action) {
        return new ShutdownHook(action);
    }

    /** Ends a process with all its children, which would go on when a signal ends this program only. */
    public static ShutdownHook ending(Process process) {
        return of(() -> end(process));
    }

    /** The children first: they would wait for the process that started them. */
    public static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.toHandle().destroy(); // leaves its output open, which another thread may be reading
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // the hook is running, or has run
        }
    }
}
