package interleave.course.terminal;

/**
 * Handles Ctrl-C while something runs. The first one calls an action, which stops the run so that its results can still
 * be shown. The second one ends the program. A shutdown hook would be too late: Flight Recorder has one that stops
 * recording.
 */
public final class CtrlC implements AutoCloseable {
    private static final SystemSignal SIGNAL = new SystemSignal("INT");

    private final Object before;
    private volatile boolean pressed;

    private CtrlC(SystemSignal.Action action) {
        before = SIGNAL.handle(() -> {
            if (pressed) {
                Runtime.getRuntime().halt(ExitCode.ENDED_BY_CTRL_C);
            }
            pressed = true;
            action.run();
        });
    }

    /** Calls {@code action} at the first Ctrl-C, until this is closed. */
    public static CtrlC handledBy(SystemSignal.Action action) {
        return new CtrlC(action);
    }

    public boolean pressed() {
        return pressed;
    }

    @Override
    public void close() {
        SIGNAL.restore(before);
    }
}
