package interleave.practice.judging;

import interleave.recorder.capture.VirtualTimeTrace;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Records a run for its timeline, until the main thread ends, and stops a run that prints too many lines. */
final class RunTrace extends VirtualTimeTrace {
    private static final int MAX_LINES = 5_000;
    private static final Pattern QUEUE = Pattern.compile("java\\.util\\.concurrent\\.\\w*Blocking\\w+");
    private static final String COMMON_POOL = "ForkJoinPool.commonPool-worker-";

    private final Set<Thread> busyInTheCommonPool = new LinkedHashSet<>();
    private final Map<Thread, String> waitingForAQueue = new LinkedHashMap<>();
    private final Set<Thread> idleInAPool = new LinkedHashSet<>();
    private final IncidentLog incidents = new IncidentLog();
    private int lines;
    private int endedThreads;
    private Optional<String> lastLine = Optional.empty();
    private boolean codeHasReturned;
    private boolean watchHasEnded;

    RunTrace() {
        super("Yours", (at, line) -> {});
    }

    /** Thrown by {@code println} to end a run that prints too much. */
    static final class TooMuchOutput extends Error {
        private static final long serialVersionUID = 1;

        TooMuchOutput() {
            super("more than " + MAX_LINES + " lines", null, false, false);
        }
    }

    /** Whether the run printed more lines than any exercise needs. */
    boolean tooMuch() {
        return lines > MAX_LINES;
    }

    /**
     * Threads of the common pool that were busy when the main thread ended. These threads never end, so only their work
     * shows that the main thread did not wait for it.
     */
    List<String> leftInTheCommonPool() {
        return busyInTheCommonPool.stream().map(Thread::getName).toList();
    }

    /**
     * Those of the threads that were waiting for their next task in a pool when the main thread ended.
     *
     * @param left names of threads; a thread without a name is called {@code virtual-1} and so on
     */
    List<String> idleOf(List<String> left) {
        List<String> idle = idleInAPool.stream().map(Thread::getName).toList();
        List<String> unnamed =
                left.stream().filter(name -> name.matches("virtual-\\d+")).toList();
        boolean allUnnamedAreIdle = Collections.frequency(idle, "") == unnamed.size();
        return left.stream()
                .filter(name -> idle.contains(name) || (allUnnamedAreIdle && unnamed.contains(name)))
                .toList();
    }

    /** Whether a thread other than main has ended. */
    boolean otherThreadsHaveEnded() {
        return endedThreads > 1 || (endedThreads == 1 && !isOver());
    }

    IncidentLog incidents() {
        return incidents;
    }

    /** The number of printed lines. */
    int lines() {
        return lines;
    }

    /** The last printed line. */
    Optional<String> lastLine() {
        return lastLine;
    }

    /**
     * If a thread waits for a queue: {@code main waits for room in an ArrayBlockingQueue, ...}.
     *
     * @param report starts with the name of the thread
     */
    Optional<String> waitForAQueue(String report) {
        return waitingForAQueue.entrySet().stream()
                .filter(wait -> report.startsWith(wait.getKey().getName() + " "))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Ends the timeline: what the check does from now on is not part of the exercise. */
    void codeHasReturned() {
        codeHasReturned = true;
    }

    /** Threads that become idle from now on do so because the run ends. */
    void watchHasEnded() {
        watchHasEnded = true;
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
            endedThreads++;
        }
    }

    @Override
    public void paused(Thread thread, Duration at, List<StackTraceElement> stack) {
        if (!isOver() && !watchHasEnded) {
            noteWhetherIdle(thread, stack);
        }
        if (codeHasReturned) {
            return;
        }
        super.paused(thread, at, stack);
        incidents.paused(stack);
        waitingForAQueue.remove(thread);
        stack.stream()
                .filter(frame -> QUEUE.matcher(frame.getClassName()).matches())
                .findFirst()
                .ifPresent(frame -> waitingForAQueue.put(thread, waits(thread, frame)));
    }

    private void noteWhetherIdle(Thread thread, List<StackTraceElement> stack) {
        boolean isIdle = stack.stream().anyMatch(RunTrace::waitsForATask);
        if (isIdle) {
            idleInAPool.add(thread);
        } else {
            idleInAPool.remove(thread);
        }
        if (thread.getName().startsWith(COMMON_POOL)) {
            if (isIdle) {
                busyInTheCommonPool.remove(thread);
            } else {
                busyInTheCommonPool.add(thread);
            }
        }
    }

    private static boolean waitsForATask(StackTraceElement frame) {
        return frame.getMethodName().equals("awaitWork")
                || (frame.getMethodName().equals("getTask")
                        && frame.getClassName().equals("java.util.concurrent.ThreadPoolExecutor"));
    }

    @Override
    public void failed(Thread thread, Duration at, Throwable failure) {
        super.failed(thread, at, failure);
        if (!codeHasReturned) {
            incidents.failed(failure);
        }
    }

    private static String waits(Thread thread, StackTraceElement frame) {
        String queue = frame.getClassName().substring("java.util.concurrent.".length());
        String name = (queue.startsWith("A") ? "an " : "a ") + queue;
        return thread.getName()
                + (frame.getMethodName().startsWith("put")
                        ? " waits for room in " + name + ", and no thread takes from it."
                        : " waits for an element of " + name + ", and no thread adds one.");
    }

    @Override
    public void printed(Thread thread, Duration at, String line) {
        if (++lines > MAX_LINES) {
            throw new TooMuchOutput();
        }
        lastLine = Optional.of(line);
        if (!codeHasReturned) {
            super.printed(thread, at, line);
        }
    }
}
