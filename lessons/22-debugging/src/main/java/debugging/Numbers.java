package debugging;

/** The numbers on a program's command line. */
public final class Numbers {
    private Numbers() {}

    /**
     * Returns the first argument as a number, or {@code usual} if there are no arguments.
     *
     * @throws IllegalArgumentException if it is not a number from 1 to 999,999
     */
    public static int first(int usual, String... arguments) {
        if (arguments.length == 0) {
            return usual;
        }
        if (!arguments[0].matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException(
                    "Unknown argument '" + arguments[0] + "'. Expected a number from 1 to 999999.");
        }
        return Integer.parseInt(arguments[0]);
    }
}
