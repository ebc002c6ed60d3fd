package interleave.course.play.replay;

import interleave.virtualtime.scheduling.NextStep;
import java.util.Optional;

/** A step in words: {@code reads count}, {@code locks fork1}. */
record StepText(SharedObjects shared) {

    String of(NextStep step) {
        String action = step.action();
        if (action.startsWith("read ")) {
            return "reads " + field(step, action.substring("read ".length()));
        }
        if (action.startsWith("write ")) {
            return "writes " + field(step, action.substring("write ".length()));
        }
        if (action.equals("synchronized")) {
            return "locks " + target(step);
        }
        String method = action.substring(action.indexOf('.') + 1);
        return switch (method) {
            case "lock", "lockInterruptibly" -> "locks " + target(step);
            case "unlock" -> "unlocks " + target(step);
            default ->
                isOwnMethod(step)
                        ? "locks this to call " + method + "()"
                        : "calls " + target(step) + "." + method + "()";
        };
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
