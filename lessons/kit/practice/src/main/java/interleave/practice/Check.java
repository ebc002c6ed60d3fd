package interleave.practice;

/**
 * What a good answer to an exercise must do. A check for {@code greet.Party} is called {@code greet.PartyCheck}, lies
 * in {@code src/check/java}, has a constructor without parameters, and calls the student's class like any other.
 */
public interface Check {

    /**
     * Runs the student's code and makes claims about it, in the order in which a student should mend them: the first
     * that does not hold ends the check.
     *
     * @throws Exception what the student's code threw outside of a run
     */
    void check(Exam exam) throws Exception;
}
