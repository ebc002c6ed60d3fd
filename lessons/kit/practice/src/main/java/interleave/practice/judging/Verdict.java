package interleave.practice.judging;

import java.io.Serializable;
import java.util.List;

/**
 * What the check says about a student's file.
 *
 * @param passed whether all is right
 * @param right what is right already, a sentence each
 * @param problem the first thing that is not; empty when all is right
 * @param shown lines to be shown as they are: code, who waits for whom
 * @param advice what to do next; may be empty
 * @param picture timelines, the student's and the wanted one; may be empty
 * @param remarks what is worth a word, right or not
 */
public record Verdict(
        boolean passed,
        List<String> right,
        String problem,
        List<String> shown,
        String advice,
        String picture,
        List<String> remarks)
        implements Serializable {

    /** Copies the lists, so that they can be sent to another process. */
    public Verdict {
        right = List.copyOf(right);
        shown = List.copyOf(shown);
        remarks = List.copyOf(remarks);
    }

    /** A verdict of a check that ended before anything held. */
    public static Verdict notYet(Explanation explanation) {
        return new Verdict(
                false, List.of(), explanation.problem(), explanation.shown(), explanation.advice(), "", List.of());
    }

    /** The same with other remarks. */
    public Verdict with(List<String> otherRemarks) {
        return new Verdict(passed, right, problem, shown, advice, picture, List.copyOf(otherRemarks));
    }

    /** All that it says is wrong, and what to do about it. */
    public String complaint() {
        return String.join("\n", problem, String.join("\n", shown), advice, String.join("\n", remarks));
    }
}
