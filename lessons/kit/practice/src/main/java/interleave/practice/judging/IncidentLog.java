package interleave.practice.judging;

import interleave.practice.Incidents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the incidents of a run. */
final class IncidentLog {
    private static final int MAX_ERRORS = 3;
    private static final int MAX_FAILURES = 100;
    private static final String LOCKS = "java.util.concurrent.locks.Reentrant";
    private static final String LOOP = "interleave.eventloop.EventLoop";

    private final List<Throwable> programmingErrors = new ArrayList<>();
    private Optional<String> sleepOnTheLoop = Optional.empty();
    private Optional<String> waitForLock = Optional.empty();
    private final List<Throwable> taskFailures = new ArrayList<>();
    private int sleeps;
    private int yields;

    /** @param idle names of threads that waited for a task when the code returned */
    Incidents incidents(List<String> idle) {
        return new Incidents(sleepOnTheLoop, programmingErrors, sleeps, yields, idle, waitForLock, taskFailures);
    }

    List<Throwable> programmingErrors() {
        return programmingErrors;
    }

    /** How many times a thread slept. */
    int sleeps() {
        return sleeps;
    }

    /** A thread waits at this place. */
    void paused(List<StackTraceElement> stack) {
        if (stack.isEmpty()) { // a thread that waits has a stack
            yields++;
        }
        if (waitForLock.isEmpty()) {
            waitForLock = waitForLock(stack);
        }
        int sleep = lastSleep(stack);
        if (sleep < 0) {
            return;
        }
        sleeps++;
        if (sleepOnTheLoop.isEmpty() && sleep + 1 < stack.size()) {
            StackTraceElement caller = stack.get(sleep + 1);
            boolean isOnTheLoop = stack.subList(sleep + 1, stack.size()).stream()
                    .anyMatch(frame -> frame.getClassName().equals(LOOP));
            if (isOnTheLoop && Explanation.isOfTheStudent(caller)) {
                sleepOnTheLoop = Optional.of(caller.getFileName() + ", line " + caller.getLineNumber());
            }
        }
    }

    /** Where a thread waits to enter synchronized code, or in lock(). */
    private static Optional<String> waitForLock(List<StackTraceElement> stack) {
        boolean isInLock = stack.stream()
                .anyMatch(frame -> frame.getClassName().startsWith(LOCKS)
                        && frame.getMethodName().startsWith("lock"));
        if (!isInLock && (stack.isEmpty() || isOfTheJdk(stack.getFirst()))) {
            return Optional.empty();
        }
        return stack.stream()
                .filter(frame -> !isOfTheJdk(frame))
                .findFirst()
                .filter(Explanation::isOfTheStudent)
                .map(frame -> frame.getFileName() + ", line " + frame.getLineNumber());
    }

    private static boolean isOfTheJdk(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.") || frame.getClassName().startsWith("jdk.");
    }

    /** The index of the frame of Thread.sleep that other code called; -1 if there is none. */
    private static int lastSleep(List<StackTraceElement> stack) {
        int last = -1;
        for (int i = 0; i < stack.size(); i++) {
            StackTraceElement frame = stack.get(i);
            if (frame.getClassName().equals("java.lang.Thread")
                    && frame.getMethodName().equals("sleep")) {
                last = i;
            }
        }
        return last;
    }

    /** A task failed with this exception. */
    void failed(Throwable failure) {
        Throwable cause = Explanation.rootOf(failure);
        if (taskFailures.size() < MAX_FAILURES) {
            taskFailures.add(cause);
        }
        boolean isKnown = programmingErrors.stream().anyMatch(known -> known == cause);
        if (!isKnown && programmingErrors.size() < MAX_ERRORS && ProgrammingError.isOne(cause)) {
            programmingErrors.add(cause);
        }
    }
}
