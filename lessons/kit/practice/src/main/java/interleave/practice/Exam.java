package interleave.practice;

import interleave.virtualtime.ThrowingRunnable;
import java.time.Duration;
import java.util.List;

/** Runs a student's code in virtual time, and records what a check claims about it. */
public interface Exam {

    /** Runs {@code code} to its end; an exception that it throws ends the check with a message of its own. */
    Run run(ThrowingRunnable code);

    /** Runs {@code code} until it returns or throws: see {@link Run#thrown}. */
    Run runThatMayFail(ThrowingRunnable code);

    /**
     * Runs {@code code} until it returns or throws, and then keeps its threads running for {@code afterwards}; the
     * picture ends when the code has returned.
     */
    Run runAndWatch(Duration afterwards, ThrowingRunnable code);

    /** Runs {@code code} on a thread that is interrupted after {@code delay}. */
    Run runInterruptedAfter(Duration delay, ThrowingRunnable code);

    /**
     * Runs {@code code} once under each of {@code schedules} different schedules, for a claim that must hold under all
     * of them; each run must start from the same state.
     */
    List<Run> runUnderSchedules(int schedules, ThrowingRunnable code);

    /**
     * Claims something about the student's code: when {@code finding} holds, {@code sentence} is shown as it stands;
     * when it does not, the problem is shown and the check ends.
     */
    void claim(String sentence, Finding finding);
}
