package interleave.virtualtime.engine;

/** Unwinds the threads of a run that exceeded its time limit. */
final class RunIsOver extends Error {
    private static final long serialVersionUID = 1;

    RunIsOver() {
        super("virtual time stopped this thread, because the run exceeded its time limit", null, false, false);
    }
}
