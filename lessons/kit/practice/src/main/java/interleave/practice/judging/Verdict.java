package interleave.practice.judging;

import java.io.Serializable;
import java.util.List;

/**
 * The result of a check of a student's file.
 *
 * @param passed whether all claims passed
 * @param right the claims that passed, one sentence each
 * @param failed the claim that failed; empty if the check passed, or ended for another reason, such as a deadlock
 * @param problem the first problem: expected and actual; empty if the check passed
 * @param shown lines that are shown unchanged: code, or what each thread waits for
 * @param advice what to do next; may be empty
 * @param picture the timelines of the student's run and of the solution's; may be empty
 * @param remarks notes on the code, whether or not the check passed
 */
public record Verdict(
        boolean passed,
        List<String> right,
        String failed,
        String problem,
        List<String> shown,
        String advice,
        String picture,
        List<String> remarks)
        implements Serializable {

    /** Copies the lists into serializable ones. */
    public Verdict {
        right = List.copyOf(right);
        shown = List.copyOf(shown);
        remarks = List.copyOf(remarks);
    }

    /** A failed check in which no claim passed. */
    public static Verdict notYet(Explanation explanation) {
        return new Verdict(
                false, List.of(), "", explanation.problem(), explanation.shown(), explanation.advice(), "", List.of());
    }

    /** The same verdict with other remarks. */
    public Verdict with(List<String> otherRemarks) {
        return new Verdict(passed, right, failed, problem, shown, advice, picture, List.copyOf(otherRemarks));
    }

    /** The same verdict without advice, for a student who has not tried anything yet. */
    public Verdict withoutAdvice() {
        return new Verdict(passed, right, failed, problem, shown, "", picture, remarks);
    }

    /** Everything that the student is told, apart from the claims that passed. */
    public String complaint() {
        return String.join("\n", problem, String.join("\n", shown), advice, String.join("\n", remarks));
    }
}
