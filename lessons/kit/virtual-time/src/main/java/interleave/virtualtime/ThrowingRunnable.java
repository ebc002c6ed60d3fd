package interleave.virtualtime;

/** A program, or part of one, that may throw anything. */
@FunctionalInterface
public interface ThrowingRunnable {

    /** Runs the program to its end. */
    void run() throws Throwable;
}
