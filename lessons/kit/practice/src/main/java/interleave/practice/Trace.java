package interleave.practice;

import interleave.recorder.VirtualTimeTrace;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes a run down for its timeline, until its main thread ends; and ends one that prints without end. */
final class Trace extends VirtualTimeTrace {
    private static final int MOST_LINES = 5_000;
    private static final String COMMON_POOL = "ForkJoinPool.commonPool-worker-";

    private final Set<Thread> busyInTheCommonPool = new LinkedHashSet<>();
    private int lines;

    Trace() {
        super("Yours", (at, line) -> {});
    }

    /** Thrown at whoever prints too much; virtual time carries it through the program. */
    static final class TooMuchOutput extends Error {
        private static final long serialVersionUID = 1;

        TooMuchOutput() {
            super("more than " + MOST_LINES + " lines", null, false, false);
        }
    }

    /** Whether it printed more than any exercise asks for. */
    boolean tooMuch() {
        return lines > MOST_LINES;
    }

    /**
     * Threads of the common pool that had work when the main thread ended. They belong to nobody and never end, but what
     * they are given may have been forgotten.
     */
    List<String> leftInTheCommonPool() {
        return busyInTheCommonPool.stream().map(Thread::getName).toList();
    }

    @Override
    public void paused(Thread thread, Duration at, List<StackTraceElement> stack) {
        super.paused(thread, at, stack);
        if (!isOver() && thread.getName().startsWith(COMMON_POOL)) {
            boolean isIdle = stack.stream().anyMatch(frame -> frame.getMethodName().equals("awaitWork"));
            if (isIdle) {
                busyInTheCommonPool.remove(thread);
            } else {
                busyInTheCommonPool.add(thread);
            }
        }
    }

    @Override
    public void printed(Thread thread, Duration at, String line) {
        if (++lines > MOST_LINES) {
            throw new TooMuchOutput();
        }
        super.printed(thread, at, line);
    }
}
