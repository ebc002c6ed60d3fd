package interleave.eventloop;

import java.lang.StackWalker.StackFrame;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the loop says on the error stream: what happened, and where to look. */
final class Reports {

    /** Whose frames are not the program's own. */
    private static final Set<String> LOOP = Stream.of(
                    EventLoop.class,
                    Task.class,
                    LoopFuture.class,
                    AwaitedFuture.class,
                    ChainedFuture.class,
                    Composition.class,
                    Sleep.class,
                    NextTurn.class,
                    Next.class,
                    Step.class,
                    Gather.class,
                    GatherSettled.class,
                    Timeout.class,
                    Follower.class,
                    Adopted.class,
                    Debug.class,
                    Reports.class,
                    AsyncSemaphore.class,
                    AsyncLock.class,
                    AsyncQueue.class,
                    Network.class,
                    Connection.class,
                    Server.class,
                    LoopEvents.class,
                    TimerQueue.class,
                    OffLoop.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

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
        return !className.startsWith("java.") && !className.startsWith("jdk.") && !LOOP.contains(className);
    }
}
