package webserver;

/**
 * The arguments of every version. If the number of visitors is 0, the version serves until Ctrl-C.
 *
 * @param hesitating how many of the visitors hesitate in the middle of their requests
 * @param port 0 means any free port
 */
record Arguments(int visitors, int hesitating, int port) {

    private static final int VISITORS = 6;
    private static final int HESITATING = 3;
    private static final int MOST_VISITORS = 500;
    private static final int PORT = 8080;

    /** @throws IllegalArgumentException if an argument is unknown */
    static Arguments of(String... words) {
        if (words.length == 0) {
            return new Arguments(0, 0, PORT);
        }
        return switch (words[0]) {
            case "--port" -> new Arguments(0, 0, number(words.length == 1 ? "" : words[1], 0, 65_535));
            case "visitors" -> new Arguments(VISITORS, 0, 0);
            case "half" -> new Arguments(VISITORS, HESITATING, 0);
            default -> new Arguments(number(words[0], 1, MOST_VISITORS), 0, 0);
        };
    }

    private static int number(String word, int least, int most) {
        if (!word.matches("\\d{1,5}") || Integer.parseInt(word) < least || Integer.parseInt(word) > most) {
            throw new IllegalArgumentException("'" + word + "' is not a number from " + least + " to " + most + ".\n"
                    + "This lesson accepts a port, such as --port 8081; or a number of visitors; or visitors,\n"
                    + "for six of them; or half, for six of whom three hesitate.");
        }
        return Integer.parseInt(word);
    }
}
