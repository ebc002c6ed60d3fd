package interleave.virtualtime.engine;

/** Unwinds a thread of a run that has been given up. */
final class RunIsOver extends Error {
    private static final long serialVersionUID = 1;

    RunIsOver() {
        super("the virtual-time run has taken too long and is over", null, false, false);
    }
}
