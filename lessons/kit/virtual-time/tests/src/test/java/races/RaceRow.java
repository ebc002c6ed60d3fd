package races;

import interleave.virtualtime.ThrowingRunnable;

/**
 * A program.
 *
 * @param name what its threads use, or what orders them
 */
record RaceRow(String name, ThrowingRunnable program) {
    @Override
    public String toString() {
        return name;
    }
}
