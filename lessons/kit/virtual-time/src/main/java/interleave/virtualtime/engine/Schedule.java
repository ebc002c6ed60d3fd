package interleave.virtualtime.engine;

import java.util.ArrayList;
import java.util.List;

/** What each thread did, step by step, in the program's own lines. */
public final class Schedule {
    /** For runs that nobody will ask. */
    static final Schedule NONE = new Schedule(false);

    private final boolean told;
    private final List<Step> steps = new ArrayList<>();

    /**
     * One step.
     *
     * @param what such as {@code Counter.java:12 read count -> 0}
     */
    public record Step(String thread, String what) {}

    Schedule(boolean told) {
        this.told = told;
    }

    boolean isRecorded() {
        return told;
    }

    /** Begins a step of a thread. */
    void begin(String thread, String what) {
        if (told) {
            steps.add(new Step(thread, what));
        }
    }

    /** Adds to the last step, if it is that thread's. */
    void add(String thread, String more) {
        if (told && !steps.isEmpty() && steps.getLast().thread.equals(thread)) {
            steps.set(steps.size() - 1, new Step(thread, steps.getLast().what + more));
        }
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** A value as a reader knows it: objects without their identity, which differs from run to run. */
    static Object shown(Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number;
            case String text -> '"' + text + '"';
            case Enum<?> constant -> constant.name();
            default -> "a " + value.getClass().getSimpleName();
        };
    }
}
