package sharedstate.play;

/** Two visitors enter a stadium at the same moment, each through a gate. */
final class TwoGates {
    private int inside;

    void anna() {
        inside++;
    }

    void ben() {
        inside++;
    }

    boolean isBroken() {
        return inside != 2;
    }
}
