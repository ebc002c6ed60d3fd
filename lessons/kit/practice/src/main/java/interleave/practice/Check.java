package interleave.practice;

/**
 * What every correct answer to an exercise must do. The check of {@code greet.Party} is {@code greet.PartyCheck} in
 * {@code src/check/java}; it has a constructor without parameters.
 */
public interface Check {

    /**
     * Runs the student's code and makes claims about it, in the order in which a student should fix them. The first
     * claim that fails ends the check.
     *
     * @throws Exception if the student's code throws outside of a run
     */
    void check(Exam exam) throws Exception;
}
