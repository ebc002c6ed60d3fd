package interleave.virtualtime.engine.races;

/** A thread, or a task of a pool, and what has happened before its next step. */
final class ThreadHistory {
    final int number;
    final VectorClock clock = new VectorClock();
    /** A monitor that it has entered, or will have entered when it makes its next step. */
    Object entering;
    /** Above zero while it executes a class initializer, or code of the JDK whose locks order nothing. */
    int muted;

    /** What executes the task: a worker, or the task that waits for this one; {@code null} for a thread. */
    final ThreadHistory outer;

    ThreadHistory(int number, ThreadHistory outer) {
        this.number = number;
        this.outer = outer;
        clock.tick(number);
    }
}
