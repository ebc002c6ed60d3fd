package interleave.practice;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether something holds of a run, and what is wrong if it does not.
 *
 * @param problem with the numbers of the run; empty when it holds
 * @param advice what to do next
 * @param run to be drawn beside the wanted one
 */
public record Finding(Optional<String> problem, Optional<String> advice, Optional<Run> run) {

    /** Holds, or is wrong in the words of {@code problem}; for what {@link Run} has no method for. */
    public static Finding of(boolean holds, Supplier<String> problem) {
        return new Finding(holds ? Optional.empty() : Optional.of(problem.get()), Optional.empty(), Optional.empty());
    }

    /** Says more when it is wrong: why, in the lesson's words. */
    public Finding because(Supplier<String> why) {
        return new Finding(problem.map(wrong -> wrong + " " + why.get()), advice, run);
    }

    /** Says more when it is wrong: why, in the lesson's words. */
    public Finding because(String why) {
        return because(() -> why);
    }

    /** What to do next when it is wrong. */
    public Finding next(String whatToDo) {
        return new Finding(problem, Optional.of(whatToDo), run);
    }

    /** This, or when it holds {@code other}. */
    public Finding and(Finding other) {
        return and(() -> other);
    }

    /** This, or when it holds what is found then. */
    Finding and(Supplier<Finding> other) {
        return problem.isPresent() ? this : other.get();
    }

    /** About this run, which is then drawn. */
    Finding about(Run drawn) {
        return new Finding(problem, advice, Optional.of(drawn));
    }
}
