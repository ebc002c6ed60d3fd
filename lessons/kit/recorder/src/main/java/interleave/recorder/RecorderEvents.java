package interleave.recorder;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** What only the recorder knows, put into the recording so that its file tells the whole story by itself. */
final class RecorderEvents {

    private RecorderEvents() {}

    @Name("interleave.VersionStarted")
    @Label("Version Started")
    @Description("On the version's main thread, before anything else; the event Version is not there before its end")
    @Category({"Interleave"})
    @StackTrace(false)
    static final class VersionStarted extends Event {
        @Label("Number")
        int version;

        @Label("Name")
        String name = "";
    }

    @Name("interleave.Version")
    @Label("Version")
    @Description("The whole run of a version, on its main thread")
    @Category({"Interleave"})
    @StackTrace(false)
    static final class Version extends Event {
        @Label("Number")
        int version;

        @Label("Name")
        String name = "";

        @Label("Ending")
        @Description("DONE, FAILED, or STOPPED from outside")
        String ending = "";
    }

    @Name("interleave.Line")
    @Label("Printed Line")
    @Description("A line that a version printed")
    @Category({"Interleave"})
    @StackTrace(false)
    static final class Line extends Event {
        @Label("Version")
        int version;

        /** Not always the thread that commits: an unterminated line is committed at the version's end. */
        @Label("Printer")
        Thread printer = Thread.currentThread();

        @Label("Text")
        String text = "";

        @Label("Kind")
        @Description("PRINTED to the standard output, or COMPLAINED to the standard error stream")
        String kind = Mark.Kind.PRINTED.name();
    }

    @Name("interleave.StillWaiting")
    @Label("Still Waiting")
    @Description("A thread's wait was not over: Flight Recorder tells of waits only when they end")
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
