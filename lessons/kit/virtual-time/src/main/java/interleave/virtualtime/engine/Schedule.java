package interleave.virtualtime.engine;

import java.util.ArrayList;
import java.util.List;

/** What each thread did, step by step, with the lines of the program. */
public final class Schedule {
    /** Records nothing. */
    static final Schedule NONE = new Schedule(false);

    private final boolean recorded;
    private final List<Step> steps = new ArrayList<>();

    /**
     * One step.
     *
     * @param what such as {@code Counter.java:12 read count -> 0}
     */
    public record Step(String thread, String what) {}

    Schedule(boolean recorded) {
        this.recorded = recorded;
    }

    boolean isRecorded() {
        return recorded;
    }

    /** Adds a step of a thread. */
    void begin(String thread, String what) {
        if (recorded) {
            steps.add(new Step(thread, what));
        }
    }

    /** Appends to the last step if it belongs to this thread. */
    void add(String thread, String more) {
        if (recorded && !steps.isEmpty() && steps.getLast().thread.equals(thread)) {
            steps.set(steps.size() - 1, new Step(thread, steps.getLast().what + more));
        }
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    /** A value as text. Objects are shown without their identity, which differs from run to run. */
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
