package interleave.recorder;

/** A version of a program, to be run and watched. */
@FunctionalInterface
public interface Body {

    /** Runs to the end; may throw anything. */
    void run() throws Throwable;
}
