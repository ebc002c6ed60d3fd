package interleave.virtualtime.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** A log of a program, with virtual times. */
final class Transcript {
    private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

    void say(Object what) {
        lines.add(String.valueOf(what));
    }

    /** Logs a value with the virtual milliseconds since the start of the run. */
    void at(Object what) {
        lines.add(Simulation.elapsed().toMillis() + " " + what);
    }

    /** Logs the result or the exception, with the virtual time. */
    void outcome(Callable<?> call) {
        try {
            at(call.call());
        } catch (ExecutionException failed) {
            at(failed.getCause().getClass().getSimpleName());
        } catch (Exception failed) {
            at(failed.getClass().getSimpleName());
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
