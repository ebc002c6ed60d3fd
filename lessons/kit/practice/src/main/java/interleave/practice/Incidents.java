package interleave.practice;

import java.util.List;
import java.util.Optional;

/**
 * What a run revealed about the student's code apart from its lines and times.
 *
 * @param sleepOnTheLoop the line of code that called Thread.sleep on the event loop, such as {@code Dishes.java, line
 *     12}
 * @param programmingErrors exceptions of tasks that no correct code throws, such as a NullPointerException
 * @param sleeps how many times threads slept
 * @param yields how many times threads gave up the processor without a wait, as busy waiting does
 * @param idleThreads names of threads of a pool that waited for a task when the code returned
 * @param waitForLock the line of code at which a thread first waited for a lock that another thread held
 * @param taskFailures exceptions that ended a task, and that are stored in its future if it has one
 */
public record Incidents(
        Optional<String> sleepOnTheLoop,
        List<Throwable> programmingErrors,
        int sleeps,
        int yields,
        List<String> idleThreads,
        Optional<String> waitForLock,
        List<Throwable> taskFailures) {
    /** Nothing was revealed. */
    public static final Incidents NONE =
            new Incidents(Optional.empty(), List.of(), 0, 0, List.of(), Optional.empty(), List.of());

    /** Copies the lists. */
    public Incidents {
        programmingErrors = List.copyOf(programmingErrors);
        idleThreads = List.copyOf(idleThreads);
        taskFailures = List.copyOf(taskFailures);
    }
}
