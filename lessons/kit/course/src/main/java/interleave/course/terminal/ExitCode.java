package interleave.course.terminal;

/** The exit codes of {@code ./lesson}. */
public final class ExitCode {
    public static final int DONE = 0;
    /** A version failed, or a check did not pass. */
    public static final int FAILED = 1;
    /** Wrong usage or set-up. */
    public static final int WRONG_USAGE = 2;
    /** Ended by Ctrl-C, by the convention of shells. */
    public static final int ENDED_BY_CTRL_C = 130;

    private ExitCode() {}
}
