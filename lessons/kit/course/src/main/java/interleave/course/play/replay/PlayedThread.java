package interleave.course.play.replay;

/**
 * A thread at one moment of a game.
 *
 * @param line the line of the level's source at which it is, or was last; 0 if it has only executed other code
 * @param does what it does next, or what it waits for
 */
public record PlayedThread(String name, State state, int line, String does) {
    public enum State {
        /** It can make a step if the student chooses it. */
        READY,
        WAITING,
        ENDED
    }

    public boolean isReady() {
        return state == State.READY;
    }

    public boolean hasEnded() {
        return state == State.ENDED;
    }
}
