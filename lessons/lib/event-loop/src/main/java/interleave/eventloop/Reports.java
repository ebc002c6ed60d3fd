package interleave.eventloop;

import java.lang.StackWalker.StackFrame;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;

/** What the loop says on the error stream: what happened, and where to look. */
final class Reports {

    private static final String LOOP = Reports.class.getPackageName() + ".";

    private Reports() {}

    static void print(String what, String where) {
        System.err.println("event loop: " + what + System.lineSeparator() + "  " + where);
    }

    /** Where in the program {@code thrown} comes from. */
    static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> isProgram(frame.getClassName()))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("an unknown place");
    }

    /** Where in the program the loop is being asked for something. */
    static String placeOfTheCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isProgram(frame.getClassName()))
                        .findFirst()
                        .map(StackFrame::toStackTraceElement)
                        .map(StackTraceElement::toString)
                        .orElse("an unknown place"));
    }

    /** In seconds, to the millisecond: "0.25 s". */
    static String seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3).setScale(3, RoundingMode.HALF_UP);
        return seconds.stripTrailingZeros().toPlainString() + " s";
    }

    private static boolean isProgram(String className) {
        return !className.startsWith("java.") && !className.startsWith("jdk.") && !className.startsWith(LOOP);
    }
}
