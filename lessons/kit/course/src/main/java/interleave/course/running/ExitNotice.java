package interleave.course.running;

import interleave.course.lessons.Version;
import java.util.Optional;
import java.util.function.Supplier;

/** Explains why the course ends when a version calls {@code System.exit}. */
final class ExitNotice implements AutoCloseable {
    private final Thread hook;

    ExitNotice(Supplier<Optional<Version>> running) {
        hook = new Thread(() -> running.get()
                .ifPresent(version -> System.err.println("The course ends here: " + version.simpleName()
                        + " called System.exit, or the course was killed.")));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
