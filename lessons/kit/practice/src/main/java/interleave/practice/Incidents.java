package interleave.practice;

import java.util.List;
import java.util.Optional;

/**
 * What a run revealed about the student's code apart from its lines and times.
 *
 * @param sleepOnTheLoop the line of code that called Thread.sleep on the event loop, such as {@code Dishes.java, line
 *     12}
 * @param programmingErrors exceptions of tasks that no correct code throws, such as a NullPointerException
 */
public record Incidents(Optional<String> sleepOnTheLoop, List<Throwable> programmingErrors) {
    /** Nothing was revealed. */
    public static final Incidents NONE = new Incidents(Optional.empty(), List.of());

    /** Copies the list. */
    public Incidents {
        programmingErrors = List.copyOf(programmingErrors);
    }
}
