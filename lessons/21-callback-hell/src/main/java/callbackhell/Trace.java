package callbackhell;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;

/** The frames of an exception's stack trace that are your own code, not that of the JDK, the loop or the shop. */
public record Trace(String failure, List<StackTraceElement> ownFrames) {
    private static final String OWN = Trace.class.getPackageName();
    private static final String SHOP = OWN + ".shop.";

    /** Returns the trace of this exception. */
    public static Trace of(Throwable failure) {
        var own = Arrays.stream(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OWN + "."))
                .filter(frame -> !frame.getClassName().startsWith(SHOP))
                .toList();
        return new Trace("Failed: " + failure.getMessage(), own);
    }

    @Override
    public String toString() {
        String frames = ownFrames.stream().map(frame -> "\n    at " + frame).collect(joining());
        return failure + "\nFrames of your own: " + ownFrames.size() + frames;
    }
}
