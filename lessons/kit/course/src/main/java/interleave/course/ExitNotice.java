package interleave.course;

import java.util.Optional;
import java.util.function.Supplier;

/** Says so when a version ends the whole course by calling {@code System.exit}. */
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
