package interleave.course.play.replay;

import interleave.virtualtime.scheduling.NextStep;
import java.util.Optional;

/** A step in words: {@code reads count}, {@code locks fork1}, {@code waits for fork1, which Anna holds}. */
record StepText(SharedObjects shared, LockHolders locks) {

    /** The step that a thread makes next. */
    String of(NextStep step, String thread) {
        String action = step.action();
        if (action.startsWith("read ")) {
            return "reads " + field(step, action.substring("read ".length()));
        }
        if (action.startsWith("write ")) {
            return "writes " + field(step, action.substring("write ".length()));
        }
        Optional<String> obstacle = obstacle(step, thread);
        if (action.equals("synchronized")) {
            return obstacle.map(why -> waits(step, why)).orElseGet(() -> "locks " + target(step));
        }
        String method = method(step);
        return switch (method) {
            case "lock", "lockInterruptibly" ->
                obstacle.map(why -> waits(step, why)).orElseGet(() -> "locks " + target(step));
            case "unlock" -> "unlocks " + target(step);
            case "tryLock" -> "tries to lock " + target(step) + obstacle.orElse("");
            default ->
                isOwnMethod(step)
                        ? obstacle.map(why -> waits(step, why)).orElse("locks this to call " + method + "()")
                        : "calls " + target(step) + "." + method + "()";
        };
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

    /** Such as {@code lock} for the action {@code ReentrantLock.lock}. */
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

    private String field(NextStep step, String name) {
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
