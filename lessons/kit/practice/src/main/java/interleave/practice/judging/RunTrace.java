package interleave.practice.judging;

import interleave.recorder.capture.VirtualTimeTrace;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a run down for its timeline, until its main thread ends; and ends one that prints without end. */
final class RunTrace extends VirtualTimeTrace {
    private static final int MOST_LINES = 5_000;
    private static final Pattern QUEUE = Pattern.compile("java\\.util\\.concurrent\\.\\w*Blocking\\w+");
    private static final String COMMON_POOL = "ForkJoinPool.commonPool-worker-";

    private final Set<Thread> busyInTheCommonPool = new LinkedHashSet<>();
    private final Map<Thread, String> waitingForAQueue = new LinkedHashMap<>();
    private int lines;
    private Optional<String> lastLine = Optional.empty();
    private boolean codeHasReturned;

    RunTrace() {
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
     * Threads of the common pool that had work when the main thread ended. They belong to nobody and never end, but
     * what they are given may have been forgotten.
     */
    List<String> leftInTheCommonPool() {
        return busyInTheCommonPool.stream().map(Thread::getName).toList();
    }

    /** What was printed last. */
    Optional<String> lastLine() {
        return lastLine;
    }

    /**
     * When it is a queue that a thread waits for: {@code main waits for room in an ArrayBlockingQueue ...}.
     *
     * @param report begins with the name of the thread
     */
    Optional<String> waitForAQueue(String report) {
        return waitingForAQueue.entrySet().stream()
                .filter(wait -> report.startsWith(wait.getKey().getName() + " "))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The picture ends here: what the check does from now on is not part of the exercise. */
    void codeHasReturned() {
        codeHasReturned = true;
    }

    @Override
    public void resumed(Thread thread, Duration at) {
        if (!codeHasReturned) {
            super.resumed(thread, at);
        }
    }

    @Override
    public void ended(Thread thread, Duration at) {
        if (!codeHasReturned) {
            super.ended(thread, at);
        }
    }

    @Override
    public void paused(Thread thread, Duration at, List<StackTraceElement> stack) {
        if (codeHasReturned) {
            return;
        }
        super.paused(thread, at, stack);
        waitingForAQueue.remove(thread);
        stack.stream()
                .filter(frame -> QUEUE.matcher(frame.getClassName()).matches())
                .findFirst()
                .ifPresent(frame -> waitingForAQueue.put(thread, waits(thread, frame)));
        if (!isOver() && thread.getName().startsWith(COMMON_POOL)) {
            boolean isIdle =
                    stack.stream().anyMatch(frame -> frame.getMethodName().equals("awaitWork"));
            if (isIdle) {
                busyInTheCommonPool.remove(thread);
            } else {
                busyInTheCommonPool.add(thread);
            }
        }
    }

    private static String waits(Thread thread, StackTraceElement frame) {
        String queue = frame.getClassName().substring("java.util.concurrent.".length());
        String name = (queue.startsWith("A") ? "an " : "a ") + queue;
        return thread.getName()
                + (frame.getMethodName().startsWith("put")
                        ? " waits for room in " + name + ", and nobody takes from it."
                        : " waits for something from " + name + ", and nobody puts anything into it.");
    }

    @Override
    public void printed(Thread thread, Duration at, String line) {
        if (++lines > MOST_LINES) {
            throw new TooMuchOutput();
        }
        lastLine = Optional.of(line);
        if (!codeHasReturned) {
            super.printed(thread, at, line);
        }
    }
}
