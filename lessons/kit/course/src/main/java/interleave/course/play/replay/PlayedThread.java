package interleave.course.play.replay;

import java.util.List;
import java.util.Map;

/**
 * A thread at one moment of a game.
 *
 * @param line the line of the level's source at which it is, or was last; 0 if it has only executed other code
 * @param does what it does next, or what it waits for
 * @param read the values that it has read and not overwritten since, by the name of the field or object
 */
public record PlayedThread(String name, State state, int line, String does, Map<String, String> read) {
    public enum State {
        /** It can make a step if the student chooses it. */
        READY,
        WAITING,
        ENDED
    }

    /** Such as {@code inside = 0}. */
    public List<String> readValues() {
        return read.entrySet().stream()
                .map(field -> field.getKey() + " = " + field.getValue())
                .toList();
    }

    /** Such as {@code (has read inside = 0)}; empty if it has read nothing. */
    public String hasRead() {
        return read.isEmpty() ? "" : " (has read " + String.join(", ", readValues()) + ")";
    }

    public boolean isReady() {
        return state == State.READY;
    }

    public boolean hasEnded() {
        return state == State.ENDED;
    }
}
