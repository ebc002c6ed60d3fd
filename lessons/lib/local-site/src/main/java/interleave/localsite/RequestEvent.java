package interleave.localsite;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A request from its arrival at the site to the end of its response, in a Flight Recorder recording. */
@Name("interleave.localsite.Request")
@Label("Request")
@Description("The site served a request, from its arrival to the end of its response")
@Category({"Local Site"})
@StackTrace(false)
final class RequestEvent extends Event {

    @Label("Path")
    @SuppressWarnings("UnusedVariable") // Flight Recorder reads it
    private String path = "";

    @Label("Rejected")
    @Description("Whether the response was 429, Too Many Requests")
    @SuppressWarnings("UnusedVariable") // Flight Recorder reads it
    private boolean rejected;

    /** Starts an event for a request that is served from now on. */
    static RequestEvent started(String path) {
        var event = new RequestEvent();
        event.path = path;
        event.begin();
        return event;
    }

    /** Records a request that gets a 429 at once. */
    static void recordRejected(String path) {
        var event = started(path);
        event.rejected = true;
        event.commit();
    }
}
