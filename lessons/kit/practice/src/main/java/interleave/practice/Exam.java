package interleave.practice;

import interleave.virtualtime.ThrowingRunnable;
import java.time.Duration;
import java.util.List;

/** Runs a student's code in virtual time, and records the claims of a check about it. */
public interface Exam {

    /** Runs {@code code} until it returns. An exception ends the check, with a message that explains the exception. */
    Run run(ThrowingRunnable code);

    /** Runs {@code code} until it returns or throws; {@link Run#thrown} has the exception. */
    Run runThatMayFail(ThrowingRunnable code);

    /**
     * Runs {@code code} until it returns or throws, and keeps its threads running for the duration {@code afterwards}.
     * The timeline ends when the code returns.
     */
    Run runAndWatch(Duration afterwards, ThrowingRunnable code);

    /** Like {@link #runThatMayFail}, but the thread that runs {@code code} is interrupted after {@code delay}. */
    Run runInterruptedAfter(Duration delay, ThrowingRunnable code);

    /**
     * Runs {@code code} once under each of {@code schedules} different schedules, for a claim that must hold under all
     * of them. Every run must start from the same state.
     */
    List<Run> runUnderSchedules(int schedules, ThrowingRunnable code);

    /**
     * A number of elements that no answer can know, for a claim that must hold for any number of them. It is some
     * hundreds, and another number in each check. When the check is repeated under other schedules, it is small.
     */
    int unknownCount();

    /**
     * Claims something about the student's code. Without a problem in {@code finding}, {@code sentence} is shown as
     * passed; otherwise the problem is shown, and the check ends. The sentence is the same in every check, because the
     * results of a class are counted by it.
     */
    void claim(String sentence, Finding finding);
}
