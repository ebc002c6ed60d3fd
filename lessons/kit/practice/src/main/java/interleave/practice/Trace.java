package interleave.practice;

import interleave.recorder.Timeline;
import interleave.recorder.TracedRun;
import interleave.virtualtime.RunListener;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.Event;

/** Writes a run down for its timeline, until its main thread ends; and ends one that prints without end. */
final class Trace implements RunListener {
    private static final int MOST_LINES = 5_000;
    private static final String COMMON_POOL = "ForkJoinPool.commonPool-worker-";

    private final TracedRun run = new TracedRun("Yours");
    private Optional<Thread> main = Optional.empty();
    private Duration last = Duration.ZERO;
    private boolean hasEnded;
    private final Set<Thread> busyInTheCommonPool = new LinkedHashSet<>();
    private int lines;

    /** Thrown at whoever prints too much; virtual time carries it through the program. */
    static final class TooMuchOutput extends Error {
        private static final long serialVersionUID = 1;

        TooMuchOutput() {
            super("more than " + MOST_LINES + " lines", null, false, false);
        }
    }

    Timeline timeline() {
        return run.timeline(last);
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
    public void resumed(Thread thread, Duration at) {
        if (!hasEnded) {
            main = main.or(() -> Optional.of(thread));
            run.resumed(thread, at);
            last = at;
        }
    }

    @Override
    public void paused(Thread thread, Duration at, List<StackTraceElement> stack) {
        if (!hasEnded) {
            run.paused(thread, at, stack);
            boolean isIdle = stack.stream().anyMatch(frame -> frame.getMethodName().equals("awaitWork"));
            if (thread.getName().startsWith(COMMON_POOL) && !isIdle) {
                busyInTheCommonPool.add(thread);
            } else {
                busyInTheCommonPool.remove(thread);
            }
        }
    }

    @Override
    public void ended(Thread thread, Duration at) {
        if (!hasEnded) {
            run.ended(thread, at);
            hasEnded = main.filter(thread::equals).isPresent();
        }
    }

    @Override
    public void printed(Thread thread, Duration at, String line) {
        if (++lines > MOST_LINES) {
            throw new TooMuchOutput();
        }
        if (!hasEnded) {
            run.printed(thread, at, line);
        }
    }

    @Override
    public boolean wantsEvents() {
        return true;
    }

    @Override
    public void began(Thread thread, Duration at, Event event) {
        run.began(event, at);
    }

    @Override
    public void committed(Thread thread, Duration at, Event event) {
        run.committed(thread, event, at);
    }
}
