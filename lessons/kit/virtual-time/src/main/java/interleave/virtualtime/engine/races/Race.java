package interleave.virtualtime.engine.races;

import interleave.virtualtime.engine.steps.Variable;
import java.util.List;

/** A data race: two accesses to the same variable, neither of which happens before the other. */
public record Race(Variable variable, Use first, Use second) {

    /** Identifies the pair of source lines: all races between these two lines return the same text. */
    String place() {
        return variable.described()
                + first.step().site().location()
                + second.step().site().location();
    }

    @Override
    public String toString() {
        return variable.described() + " is " + described(first) + " and " + described(second)
                + ": nothing orders the two. " + advice();
    }

    private static String described(Use use) {
        String thread = use.name().isEmpty() ? "a thread without a name" : use.name();
        return (use.writes() ? "written by " : "read by ") + thread + " ("
                + use.step().site().location() + ")";
    }

    private String advice() {
        String locks = locks();
        if (variable.isCollection()) {
            return locks + "Guard both with the same lock, or use a collection of java.util.concurrent.";
        }
        if (variable.isElement()) {
            return locks + "Guard both with the same lock, or use an atomic array.";
        }
        return locks
                + (first.writes() && second.writes()
                        ? "Guard both with the same lock, or use an atomic variable."
                        : "Guard both with the same lock, or start the reader after the write, or join the writer"
                                + " before the read.");
    }

    private String locks() {
        if (first.held().isEmpty() && second.held().isEmpty()) {
            return "";
        }
        return first.name() + " holds " + names(first.held()) + ", " + second.name() + " holds " + names(second.held())
                + ". ";
    }

    private static String names(List<Object> held) {
        return held.isEmpty()
                ? "no monitor"
                : "the monitor of "
                        + String.join(
                                " and of ", held.stream().map(Race::simpleName).toList());
    }

    private static String simpleName(Object object) {
        return object instanceof Class<?> type
                ? "the class " + type.getSimpleName()
                : Variable.withArticle(object.getClass().getSimpleName());
    }
}
