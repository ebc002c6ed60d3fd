package interleave.virtualtime.engine;

import java.lang.Thread.UncaughtExceptionHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Collects the uncaught exceptions of a run. A default handler counts as the program's only if the program has set it:
 * one that was there before the run belongs to a tool, and must not hide a failure.
 */
final class UncaughtExceptions {
    private final List<Uncaught> all = Collections.synchronizedList(new ArrayList<>());
    private Optional<UncaughtExceptionHandler> before = Optional.empty();

    void begin() {
        before = Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
    }

    /** Called for a thread that has no handler of its own, once for each of its groups. */
    void add(Thread thread, long nanos, Throwable exception) {
        UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
        boolean isHandled = handler != null && handler != before.orElse(null);
        if (!isHandled && !isKnown(exception)) {
            all.add(new Uncaught(Simulation.nameOf(thread), Duration.ofNanos(nanos), exception));
        }
    }

    private boolean isKnown(Throwable exception) {
        for (Uncaught known : all()) {
            if (known.exception() == exception) {
                return true;
            }
        }
        return false;
    }

    List<Uncaught> all() {
        return List.copyOf(all);
    }

    /** Adds them to a failure of the run that may be their consequence. */
    void addTo(Throwable failure) {
        for (Uncaught uncaught : all()) {
            if (uncaught.exception() != failure) {
                failure.addSuppressed(uncaught.exception());
            }
        }
    }

    /** Removes a default handler that the program has set: the next run must not find it. */
    void end() {
        Thread.setDefaultUncaughtExceptionHandler(before.orElse(null));
    }
}
