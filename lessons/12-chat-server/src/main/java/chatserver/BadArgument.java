package chatserver;

/** A mistake in what was typed, or a port that is taken: told in words, without a stack trace. */
final class BadArgument extends IllegalArgumentException {

    /** What is wrong, where, and what to do: at most three lines. */
    BadArgument(String... lines) {
        super(String.join("\n", lines));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** The JVM and the course print this: the name of a Java class in front would tell a student nothing. */
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return getMessage();
    }
}
