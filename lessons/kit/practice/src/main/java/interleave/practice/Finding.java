package interleave.practice;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The result of comparing a run with what is expected of it.
 *
 * @param problem expected and actual, such as {@code Expected "x" at 2 s, but it was printed at 0 s.}; empty when the
 *     expectation is met
 * @param reason why it happened, in one or two sentences
 * @param advice what the student should do next
 * @param run the run whose timeline is drawn
 * @param explained whether reason and advice are certain, so that a check's own guesses do not replace them
 */
public record Finding(
        Optional<String> problem,
        Optional<String> reason,
        Optional<String> advice,
        Optional<Run> run,
        boolean explained) {

    /** A finding that {@link Run} has no method for: {@code problem} is shown when {@code holds} is false. */
    public static Finding of(boolean holds, Supplier<String> problem) {
        return new Finding(
                holds ? Optional.empty() : Optional.of(problem.get()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Adds the reason for the problem, computed only when there is a problem. Blank if the reason is unknown. */
    public Finding because(Supplier<String> why) {
        if (explained || problem.isEmpty()) {
            return this;
        }
        String all = (reason.orElse("") + " " + why.get()).strip();
        return new Finding(problem, all.isEmpty() ? reason : Optional.of(all), advice, run, false);
    }

    /**
     * Adds a reason and advice for an answer that is right for the first example, and wrong for another one.
     *
     * @param example such as {@code three shops}
     */
    public Finding rightOnlyFor(String example, String other) {
        return because("It is right for " + example + ", but not for " + other + ".")
                .next("Which number, name or order in your code is true only for " + example + "?");
    }

    /** Adds the reason for the problem. */
    public Finding because(String why) {
        return because(() -> why);
    }

    /** Sets the advice: what to do next. */
    public Finding next(String whatToDo) {
        return explained ? this : new Finding(problem, reason, Optional.of(whatToDo), run, false);
    }

    /** Sets the advice, computed only when there is a problem. */
    public Finding next(Supplier<String> whatToDo) {
        return problem.isEmpty() ? this : next(whatToDo.get());
    }

    /** The same problem, with a reason and advice that are certain. */
    public Finding explainedBy(String why, String whatToDo) {
        return problem.isEmpty() ? this : new Finding(problem, Optional.of(why), Optional.of(whatToDo), run, true);
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
        return new Finding(problem, reason, advice, Optional.of(subject), explained);
    }
}
