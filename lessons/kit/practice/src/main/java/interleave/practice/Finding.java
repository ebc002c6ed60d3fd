package interleave.practice;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The result of comparing a run with what is expected of it.
 *
 * @param problem expected and actual, such as {@code Expected "x" at 2 s, but it was printed at 0 s.}; empty when the
 *     expectation is met
 * @param advice what the student should do next
 * @param run the run whose timeline is drawn
 */
public record Finding(Optional<String> problem, Optional<String> advice, Optional<Run> run) {

    /** A finding that {@link Run} has no method for: {@code problem} is shown when {@code holds} is false. */
    public static Finding of(boolean holds, Supplier<String> problem) {
        return new Finding(holds ? Optional.empty() : Optional.of(problem.get()), Optional.empty(), Optional.empty());
    }

    /** Appends the reason to the problem, computed only when there is one. */
    public Finding because(Supplier<String> why) {
        return new Finding(problem.map(text -> (text + " " + why.get()).strip()), advice, run);
    }

    /** Appends the reason to the problem. */
    public Finding because(String why) {
        return because(() -> why);
    }

    /** Sets the advice: what to do next. */
    public Finding next(String whatToDo) {
        return new Finding(problem, Optional.of(whatToDo), run);
    }

    /** The first of the two findings that has a problem. */
    public Finding and(Finding other) {
        return and(() -> other);
    }

    /** The same; {@code other} is computed only when this finding has no problem. */
    Finding and(Supplier<Finding> other) {
        return problem.isPresent() ? this : other.get();
    }

    /** The same finding about this run. */
    Finding about(Run subject) {
        return new Finding(problem, advice, Optional.of(subject));
    }
}
