package webserver;

import java.util.OptionalInt;

/**
 * The arguments of every version: a number of visitors and how many of them hesitate, or {@code serve} and a port.
 *
 * @param port where to serve until Ctrl-C; empty for the example with its visitors
 */
record Arguments(int visitors, int hesitating, OptionalInt port) {

    private static final int VISITORS = 6;
    private static final int HESITATING = 3;
    private static final int MOST_VISITORS = 500;
    private static final int PORT = 8080;

    /** @throws IllegalArgumentException if an argument is unknown */
    static Arguments of(String... words) {
        if (words.length == 0) {
            return new Arguments(VISITORS, 0, OptionalInt.empty());
        }
        return switch (words[0]) {
            case "serve" -> new Arguments(0, 0, OptionalInt.of(words.length == 1 ? PORT : number(words[1], 0, 65_535)));
            case "half" -> new Arguments(VISITORS, HESITATING, OptionalInt.empty());
            default -> new Arguments(number(words[0], 1, MOST_VISITORS), 0, OptionalInt.empty());
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
