package interleave.eventloop.observation;

import java.lang.StackWalker.StackFrame;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Prints reports to stderr: what happened, and where in the program. */
public final class Reports {

    /** Prefixes of classes that do not belong to the program: those of the JDK, the loop and virtual time. */
    private static final List<String> NOT_THE_PROGRAM =
            List.of("java.", "jdk.", "interleave.eventloop.", "interleave.virtualtime.");

    static final String UNKNOWN_PLACE = "an unknown place";

    private Reports() {}

    /** Prints {@code what}, and on the next line {@code where}. */
    public static void print(String what, String where) {
        System.err.println("event loop: " + what + System.lineSeparator() + "  " + where);
    }

    /** The innermost line of the program in the stack trace of {@code thrown}. */
    public static String place(Throwable thrown) {
        return place(thrown.getStackTrace()).orElse(UNKNOWN_PLACE);
    }

    /** The innermost line of the program in a stack trace; empty if there is none. */
    public static Optional<String> place(StackTraceElement... stack) {
        return Arrays.stream(stack)
                .filter(frame -> isProgram(frame.getClassName()))
                .findFirst()
                .map(StackTraceElement::toString);
    }

    /** The line of the program that called the loop. */
    static String placeOfTheCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> isProgram(frame.getClassName()))
                        .findFirst()
                        .map(StackFrame::toStackTraceElement)
                        .map(StackTraceElement::toString)
                        .orElse(UNKNOWN_PLACE));
    }

    /** In seconds, to the millisecond: "0.25 s". */
    public static String seconds(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.toMillis(), 3);
        return seconds.stripTrailingZeros().toPlainString() + " s";
    }

    /** In seconds, rounded down to a tenth: "0.2 s". */
    public static String tenths(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis() / 100, 1).toPlainString() + " s";
    }

    private static boolean isProgram(String className) {
        return NOT_THE_PROGRAM.stream().noneMatch(className::startsWith);
    }
}
