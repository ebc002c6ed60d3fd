package interleave.practice;

import java.util.Optional;

/** Ends a check at the first thing that is not right. */
final class NotYet extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Explanation explanation;
    private final transient Optional<Run> run;
    private final boolean stillRunning;

    /**
     * @param run to be drawn
     * @param stillRunning whether something of the student's may go on in this JVM
     */
    NotYet(Explanation explanation, Optional<Run> run, boolean stillRunning) {
        super(explanation.problem(), null, false, false);
        this.explanation = explanation;
        this.run = run;
        this.stillRunning = stillRunning;
    }

    Explanation explanation() {
        return explanation;
    }

    Optional<Run> run() {
        return run;
    }

    boolean stillRunning() {
        return stillRunning;
    }
}
