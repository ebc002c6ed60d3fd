package interleave.course.play.replay;

/**
 * A step that a thread has made.
 *
 * @param line the line of the level's source; 0 if it is in other code
 * @param does such as {@code reads count}
 * @param value what was read or written; empty if it is not known
 * @param before the values of all shared fields before the step
 */
public record PlayedStep(String thread, int line, String does, String value, String before) {
    PlayedStep withValue(String written) {
        return new PlayedStep(thread, line, does, written, before);
    }

    /** What this thread has seen of the other threads in this step. A call may have used all shared fields. */
    String seen() {
        return line + " " + does + " " + (does.startsWith("calls ") ? before : value);
    }

    /** Such as {@code reads count -> 0}, or {@code writes count := 1}. */
    public String shown() {
        if (value.isEmpty()) {
            return does;
        }
        return does + (does.startsWith("writes") ? " := " : " -> ") + value;
    }
}
