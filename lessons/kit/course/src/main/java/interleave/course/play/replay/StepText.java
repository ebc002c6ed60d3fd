package interleave.course.play.replay;

import interleave.virtualtime.scheduling.NextStep;
import java.util.Optional;
import java.util.Set;

/** A step in words: {@code reads count}, {@code locks fork1}, {@code waits for fork1, which Anna holds}. */
record StepText(SharedObjects shared, LockHolders locks) {
    /** The operations that wait until a lock is free. */
    private static final Set<String> WAITS_FOR_LOCK = Set.of("synchronized", "lock", "lockInterruptibly");

    /** The step that a thread makes next. */
    String of(NextStep step, String thread) {
        String action = step.action();
        if (!field(step).isEmpty()) {
            return (action.startsWith("read ") ? "reads " : "writes ") + nameOfField(step);
        }
        if (mustWait(step, thread)) {
            return waitingFor(step, thread);
        }
        String method = method(step);
        return switch (method) {
            case "synchronized", "lock", "lockInterruptibly" -> "locks " + target(step);
            case "unlock" -> "unlocks " + target(step);
            case "tryLock" ->
                "tries to lock " + target(step) + obstacle(step, thread).orElse("");
            default ->
                isOwnMethod(step)
                        ? "locks this to call " + method + "()"
                        : "calls " + target(step) + "." + method + "()";
        };
    }

    /** Whether the step takes a lock that another thread holds. */
    boolean mustWait(NextStep step, String thread) {
        boolean takesLock = isOwnMethod(step) || WAITS_FOR_LOCK.contains(method(step));
        return takesLock && obstacle(step, thread).isPresent();
    }

    /** The text for a thread that has waited for a lock since it began this step. */
    String waitingFor(NextStep step, String thread) {
        return waits(step, obstacle(step, thread).orElse(""));
    }

    /** The text for a thread that was woken, and must take this monitor before it continues. */
    String takesAgain(Object monitor, String thread) {
        String name = shared.nameOf(monitor).orElse("a lock");
        return locks.obstacle(monitor, thread)
                .map(why -> "waits for " + name + why)
                .orElse("locks " + name + " again, because its wait() is over");
    }

    /** The method, such as {@code lock} of {@code ReentrantLock.lock}; the whole action if it is not a call. */
    static String method(NextStep step) {
        return step.action().substring(step.action().indexOf('.') + 1);
    }

    private String waits(NextStep step, String why) {
        return "waits for " + (isOwnMethod(step) ? "this" : target(step)) + why;
    }

    private Optional<String> obstacle(NextStep step, String thread) {
        return step.kind() == NextStep.Kind.LOCK
                ? Optional.ofNullable(step.target()).flatMap(lock -> locks.obstacle(lock, thread))
                : Optional.empty();
    }

    private boolean isOwnMethod(NextStep step) {
        return step.target() == shared.level();
    }

    /** The field that a step reads or writes, such as {@code count}; empty if it does something else. */
    static String field(NextStep step) {
        String action = step.action();
        return action.matches("(read|write) .*") ? action.substring(action.indexOf(' ') + 1) : "";
    }

    /** The name of the field, after the name of its object unless that is the level. */
    String nameOfField(NextStep step) {
        String name = field(step);
        return step.target() == null || step.target() == shared.level() || name.startsWith("an ")
                ? name
                : target(step) + "." + name;
    }

    /** The name of the object. If it is unknown, the name of the class in the code. */
    private String target(NextStep step) {
        return Optional.ofNullable(step.target())
                .flatMap(shared::nameOf)
                .orElseGet(() ->
                        step.action().substring(0, Math.max(0, step.action().indexOf('.'))));
    }
}
