package interleave.course.play.replay;

import interleave.virtualtime.scheduling.NextStep;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;

/** The last known state of a thread. */
final class SeenThread {
    private Optional<NextStep> begun = Optional.empty();
    private List<StackTraceElement> stack = List.of();
    private int line;
    private boolean ended;

    /** Stores that the thread can continue, and that this is its next step. */
    void isBefore(NextStep next) {
        line = lineOf(next);
        stack = List.of();
    }

    void begins(NextStep step) {
        begun = Optional.of(step);
    }

    /** Stores the stack of the thread, which waits or lets other threads continue. */
    void paused(List<StackTraceElement> at, Predicate<StackTraceElement> isOfProgram) {
        stack = at;
        at.stream().filter(isOfProgram).findFirst().ifPresent(frame -> line = frame.getLineNumber());
    }

    void ended() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }

    /** The last line of the program that the thread has reached; 0 if there is none. */
    int line() {
        return line;
    }

    /** The last step that the thread has begun. */
    Optional<NextStep> begun() {
        return begun;
    }

    /** The line at which it waits. For a thread that is blocked on a monitor, the JVM reports another line. */
    int waitsAt() {
        return lockWaitedFor().map(SeenThread::lineOf).orElse(line);
    }

    boolean waitsForSignal() {
        return !stack.isEmpty() && stack.getFirst().getMethodName().startsWith("wait");
    }

    /** The step that waits for a lock, also if the thread was woken and has not continued yet. */
    Optional<NextStep> lockWaitedFor() {
        return begun.filter(SeenThread::isLock).filter(step -> step.target() != null && !waitsForSignal());
    }

    /** Whether the lock is an object such as a {@code ReentrantLock}, and not a monitor. */
    boolean waitsForLockOfJdk() {
        return lockWaitedFor().filter(step -> step.target() instanceof Lock).isPresent();
    }

    /** Whether it takes a lock when it continues after its wait. */
    boolean takesLock(Predicate<StackTraceElement> isOfProgram) {
        return stack.stream().anyMatch(isOfProgram)
                && (waitsForSignal() || begun.filter(SeenThread::isLock).isPresent());
    }

    /** What it waits for, in words. */
    String waits(StepText text, String name) {
        if (waitsForSignal()) {
            return "waits to be notified";
        }
        return begun.filter(step -> step.target() != null)
                .map(step -> isLock(step) ? text.waitingFor(step, name) : waitsForResult(step))
                .orElse("waits");
    }

    private static String waitsForResult(NextStep step) {
        return step.action().equals("Thread.join") ? "waits for a thread to end" : "waits for a result";
    }

    private static boolean isLock(NextStep step) {
        return step.kind() == NextStep.Kind.LOCK;
    }

    private static int lineOf(NextStep step) {
        return Integer.parseInt(step.line().substring(step.line().indexOf(':') + 1));
    }
}
