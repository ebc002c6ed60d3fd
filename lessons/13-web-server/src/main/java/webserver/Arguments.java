package webserver;

/**
 * The arguments of every version: a number of visitors and how many of them hesitate, or {@code serve} and a port.
 *
 * @param port where to serve until Ctrl-C; -1 runs the example with its visitors instead
 */
record Arguments(int visitors, int hesitating, int port) {
    static final int NO_PORT = -1;

    private static final int VISITORS = 6;
    private static final int HESITATING = 3;
    private static final int MOST_VISITORS = 500;
    private static final int PORT = 8080;

    /** @throws IllegalArgumentException if an argument is unknown */
    static Arguments of(String... words) {
        if (words.length == 0) {
            return new Arguments(VISITORS, 0, NO_PORT);
        }
        return switch (words[0]) {
            case "serve" -> new Arguments(0, 0, words.length == 1 ? PORT : number(words[1], 0, 65_535));
            case "half" -> new Arguments(VISITORS, HESITATING, NO_PORT);
            default -> new Arguments(number(words[0], 1, MOST_VISITORS), 0, NO_PORT);
        };
    }

    private static int number(String word, int least, int most) {
        if (!word.matches("\\d{1,5}") || Integer.parseInt(word) < least || Integer.parseInt(word) > most) {
            throw new IllegalArgumentException("'" + word + "' is not a number from " + least + " to " + most + ".\n"
                    + "This lesson accepts a number of visitors; or half, for six of whom three hesitate;\n"
                    + "or serve and a port, such as: serve 8081");
        }
        return Integer.parseInt(word);
    }
}
