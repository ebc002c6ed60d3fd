package sharedstate.play;

/** The gates of {@link TwoGates}, with a lock. */
final class LockedGates {
    private final Object lock = new Object();
    private int inside;

    void anna() {
        synchronized (lock) {
            inside++;
        }
    }

    void ben() {
        synchronized (lock) {
            inside++;
        }
    }

    boolean isBroken() {
        return inside != 2;
    }
}
