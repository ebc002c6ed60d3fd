package interleave.course.running;

import interleave.course.lessons.Version;
import interleave.course.terminal.ShutdownHook;
import java.util.Optional;
import java.util.function.Supplier;

/** Explains why the course ends when a version calls {@code System.exit}. */
final class ExitNotice implements AutoCloseable {
    private final ShutdownHook hook;

    ExitNotice(Supplier<Optional<Version>> running) {
        hook = ShutdownHook.of(() -> running.get()
                .ifPresent(version -> System.err.println("The course ends here: " + version.simpleName()
                        + " called System.exit, or the course was killed.")));
    }

    @Override
    public void close() {
        hook.close();
    }
}
