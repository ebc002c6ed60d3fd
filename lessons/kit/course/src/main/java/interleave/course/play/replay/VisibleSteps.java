package interleave.course.play.replay;

import interleave.virtualtime.scheduling.NextStep;
import java.util.Set;

/**
 * The steps that another thread can see, which the student chooses. Calls of the program's own methods, reads of final
 * fields, and calls that only wait are made at once, and do not count.
 *
 * @param file the name of the program's source file without the extension
 */
record VisibleSteps(String file) {
    /** Calls that only wait, or only call other code. */
    private static final Set<String> ONLY_WAITS =
            Set.of("Runnable.run", "Future.get", "CompletableFuture.get", "CompletableFuture.join", "Thread.join");

    boolean contains(NextStep next) {
        if (!next.line().startsWith(file + ":")) {
            return false;
        }
        String what = next.action();
        return switch (next.kind()) {
            case CALL -> !what.startsWith(file + ".") && !ONLY_WAITS.contains(what);
            case READ -> !isStaticCall(next) && !isFinalField(next);
            case WRITE -> !isStaticCall(next);
            case LOCK -> true;
        };
    }

    /** Whether the step is a call such as {@code List.of}, which uses no object that threads share. */
    private static boolean isStaticCall(NextStep next) {
        return next.target() == null && next.action().contains(".");
    }

    private static boolean isFinalField(NextStep next) {
        return next.target() != null
                && next.action().startsWith("read ")
                && SharedObjects.isFinal(next.target(), next.action().substring("read ".length()));
    }
}
