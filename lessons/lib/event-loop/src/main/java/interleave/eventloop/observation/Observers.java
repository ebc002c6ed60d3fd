package interleave.eventloop.observation;

import java.time.Duration;
import jdk.jfr.FlightRecorder;

/** Chooses a loop's listener: the debug mode, Flight Recorder, both, or none. */
public final class Observers {

    /** Runs an action on the loop after a delay. */
    public interface Delay {
        void run(Duration delay, Runnable action);
    }

    private final Delay delay;
    private LoopListener debug = LoopListener.NONE;
    private LoopListener recorder = LoopListener.NONE;
    private LoopListener listener = LoopListener.NONE;

    /** The debug mode is on at first if the system property {@code eventloop.debug} is true. */
    public Observers(Delay delay) {
        this.delay = delay;
        setDebug(Boolean.getBoolean("eventloop.debug"));
    }

    /** Turns the debug mode on or off. */
    public void setDebug(boolean on) {
        if (on != (debug != LoopListener.NONE)) {
            debug = on ? new Debug(delay) : LoopListener.NONE;
            choose();
        }
    }

    public boolean isDebug() {
        return debug != LoopListener.NONE;
    }

    /**
     * The listener to use now, because a recording may start at any time. Before that, no event class is loaded, so
     * that the first loop of a program starts after 40 ms instead of 155 ms.
     */
    public LoopListener listener() {
        if (recorder == LoopListener.NONE && FlightRecorder.isInitialized()) {
            recorder = new FlightRecorderListener();
            choose();
        }
        return listener;
    }

    private void choose() {
        if (debug == LoopListener.NONE) {
            listener = recorder;
        } else if (recorder == LoopListener.NONE) {
            listener = debug;
        } else {
            listener = new BothListeners(debug, recorder);
        }
    }
}
