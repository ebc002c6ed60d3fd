package interleave.course;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * What Ctrl-C does while a lesson runs: the first ends the version that runs now, so that what happened so far can be
 * drawn; the second ends the program. A shutdown hook would be too late: Flight Recorder has one that stops recording.
 */
final class CtrlC implements AutoCloseable {
    /** What a shell expects of a program ended by Ctrl-C. */
    static final int EXIT_CODE = 130;

    private final SignalHandler before;
    private volatile boolean pressed;

    @SuppressWarnings("sunapi") // there is no other way to be told of Ctrl-C before the shutdown begins
    private CtrlC(Runnable action) {
        before = Signal.handle(new Signal("INT"), signal -> {
            if (pressed) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            pressed = true;
            action.run();
        });
    }

    static CtrlC handledBy(Runnable action) {
        return new CtrlC(action);
    }

    boolean pressed() {
        return pressed;
    }

    @Override
    public void close() {
        Signal.handle(new Signal("INT"), before);
    }
}
