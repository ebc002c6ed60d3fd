package interleave.recorder.capture;

import interleave.recorder.model.Ending;
import interleave.recorder.model.Mark;
import interleave.recorder.stack.Wait;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The Flight Recorder events of the recorder itself. They make a recording file self-contained. */
public final class RecorderEvents {

    /**
     * The thread group of a version's platform threads, which their child threads inherit. A thread of another group
     * does not belong to the version, and neither do the tasks of an event loop on it. So a lesson can exclude helper
     * threads, such as those of a local server.
     */
    public static final String VERSION_GROUP = "version";

    private RecorderEvents() {}

    /**
     * Records that the calling thread, the version's main thread, starts now. The caller must end the returned event.
     */
    public static VersionRun startVersion(int number, String name) {
        var started = new VersionStarted();
        started.version = number;
        started.name = name;
        started.commit();
        var run = new VersionRun();
        run.version = number;
        run.name = name;
        run.begin();
        return run;
    }

    /** Loads the classes of the events of a version, which takes 0.1 s while a recording is running. */
    public static void load() {
        var started = new VersionStarted();
        var run = new VersionRun();
        run.begin();
        started.begin();
    }

    /** Records a line. At the end of the version, another thread than the printer may record an incomplete line. */
    public static void printLine(int version, Thread printer, String text, Mark.Kind kind) {
        var line = new Line();
        line.version = version;
        line.printer = printer;
        line.text = text;
        line.kind = kind.name();
        line.commit();
    }

    static void stillWaiting(Thread waiter, Wait wait) {
        var event = new StillWaiting();
        event.waiter = waiter;
        event.state = wait.state().name();
        event.detail = wait.detail();
        event.commit();
    }

    @Name("interleave.VersionStarted")
    @Label("Version Started")
    @Description("The start of a version, on its main thread; the event Version is only written at its end")
    @Category({"Interleave"})
    @StackTrace(false)
    static final class VersionStarted extends Event {
        @Label("Number")
        int version;

        @Label("Name")
        String name = "";
    }

    /** The whole run of a version. */
    @Name("interleave.Version")
    @Label("Version")
    @Description("The whole run of a version, on its main thread")
    @Category({"Interleave"})
    @StackTrace(false)
    @SuppressWarnings("UnusedVariable") // Flight Recorder reads the fields
    public static final class VersionRun extends Event {
        @Label("Number")
        private int version;

        @Label("Name")
        private String name = "";

        @Label("Ending")
        @Description("DONE, FAILED, or STOPPED by an interrupt")
        private String ending = "";

        /** Records that the version has ended. Another thread than its main thread calls this if it is abandoned. */
        public void end(Ending how) {
            ending = how.name();
            commit();
        }
    }

    @Name("interleave.Line")
    @Label("Printed Line")
    @Description("A line that a version printed")
    @Category({"Interleave"})
    @StackTrace(false)
    static final class Line extends Event {
        @Label("Version")
        int version;

        @Label("Printer")
        Thread printer = Thread.currentThread();

        @Label("Text")
        String text = "";

        @Label("Kind")
        @Description("PRINTED to the standard output, or PRINTED_TO_ERR to the standard error stream")
        String kind = Mark.Kind.PRINTED.name();
    }

    @Name("interleave.StillWaiting")
    @Label("Still Waiting")
    @Description("A wait that has not ended: Flight Recorder writes its own events only when a wait ends")
    @Category({"Interleave"})
    @StackTrace(false)
    static final class StillWaiting extends Event {
        @Label("Waiter")
        Thread waiter = Thread.currentThread();

        @Label("State")
        String state = "";

        @Label("Detail")
        String detail = "";
    }
}
