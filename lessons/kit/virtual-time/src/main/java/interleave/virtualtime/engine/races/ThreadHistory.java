package interleave.virtualtime.engine.races;

/** A thread, or a task of a pool, with a vector clock of the steps that happen before its next one. */
final class ThreadHistory {
    final int number;
    final VectorClock clock = new VectorClock();
    /** The monitor that it is entering, and will hold at its next step; {@code null} if there is none. */
    Object entering;
    /** The call of a synchronized wrapper that has begun; {@code null} if there is none. */
    WrappedCall wrapped;
    /** Above zero while it executes a class initializer, or JDK code whose locks do not order accesses. */
    int muted;

    /** The executor of the task: a worker, or the task that waits for this one; {@code null} for a thread. */
    final ThreadHistory outer;

    ThreadHistory(int number, ThreadHistory outer) {
        this.number = number;
        this.outer = outer;
        clock.tick(number);
    }
}
