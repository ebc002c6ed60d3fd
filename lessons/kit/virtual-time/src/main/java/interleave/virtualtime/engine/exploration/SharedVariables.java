package interleave.virtualtime.engine.exploration;

import interleave.virtualtime.engine.steps.Access;
import interleave.virtualtime.engine.steps.Step;
import interleave.virtualtime.engine.steps.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The kinds of variables that two threads have used, at least one of which changed it. A thread is preempted before
 * such a step only: at any other place, the preemption could as well happen later.
 */
final class SharedVariables {
    private static final String ANY_CODE = "(any code)";

    private final Set<String> kinds = new HashSet<>();
    private final Map<Variable, Use> uses = new HashMap<>();

    /** The threads that have used a variable: the only one, or -1 for several. */
    private record Use(int thread, boolean changed) {
        Use and(Use other) {
            return new Use(thread == other.thread ? thread : -1, changed || other.changed);
        }
    }

    /** Forgets the objects of the last run, and keeps what it has learned. */
    void beginRun() {
        uses.clear();
    }

    /** A thread has entered a monitor at a place that was not known. */
    void entersAnywhere() {
        kinds.add(ANY_CODE);
    }

    /** Whether the code that a thread starts with, and lambdas, may begin by entering a monitor. */
    boolean isCodeShared() {
        return kinds.contains(ANY_CODE);
    }

    /** Notes a step while other threads exist. Returns whether it must be a place for a preemption. */
    boolean add(int thread, Step step) {
        if (step.isOpaque()) {
            return true;
        }
        if (step.site().access() == Access.CODE) {
            return isCodeShared();
        }
        Variable variable = step.variable().orElse(null);
        if (variable == null) {
            return false;
        }
        Use use = uses.merge(variable, new Use(thread, step.changes()), Use::and);
        if (use.thread() < 0 && use.changed()) {
            kinds.add(variable.kind());
        }
        return kinds.contains(variable.kind());
    }

    int size() {
        return kinds.size();
    }

    Set<String> kinds() {
        return Set.copyOf(kinds);
    }

    void learn(Set<String> others) {
        kinds.addAll(others);
    }
}
