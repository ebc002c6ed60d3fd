package interleave.practice.judging;

import interleave.practice.Run;
import java.util.Optional;

/** Ends a check at the first problem. */
public final class CheckFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Explanation explanation;
    private final transient Optional<Run> run;
    private final boolean stillRunning;

    /**
     * @param run the run whose timeline is drawn
     * @param stillRunning whether the student's code may still be running in this JVM
     */
    public CheckFailure(Explanation explanation, Optional<Run> run, boolean stillRunning) {
        super(explanation.problem(), null, false, false);
        this.explanation = explanation;
        this.run = run;
        this.stillRunning = stillRunning;
    }

    public Explanation explanation() {
        return explanation;
    }

    public Optional<Run> run() {
        return run;
    }

    public boolean stillRunning() {
        return stillRunning;
    }
}
