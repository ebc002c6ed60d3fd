package migrating;

import java.util.List;

/**
 * The arguments of every version's {@code main}: the number of shops, then the number of connections, then a word.
 *
 * @param kind what is special about the sources, or an empty string
 */
record Example(int shops, int connections, String kind) {

    private static final List<String> KINDS = List.of("", "uneven", "broken", "moved", "computing");

    /**
     * Returns the example that these words describe. By default, there are 40 shops and 10 connections.
     *
     * @throws IllegalArgumentException if a word is unknown
     */
    static Example of(String... words) {
        int numbers = 0;
        while (numbers < words.length && numbers < 2 && words[numbers].matches("[1-9]\\d{0,2}")) {
            numbers++;
        }
        String kind = words.length > numbers ? words[numbers] : "";
        if (words.length > numbers + 1 || !KINDS.contains(kind)) {
            throw new IllegalArgumentException("Unknown arguments '" + String.join(" ", words)
                    + "'. After --, this lesson accepts a number of shops and one of connections\n"
                    + "(1 to 999), such as 40 10, and then uneven, broken, moved or computing.");
        }
        return new Example(
                numbers > 0 ? Integer.parseInt(words[0]) : 40, numbers > 1 ? Integer.parseInt(words[1]) : 10, kind);
    }

    void run(MorningReport version) throws Exception {
        var simulation = new Simulation(shops, connections);
        switch (kind) {
            case "uneven" -> simulation.uneven();
            case "broken" -> simulation.broken();
            case "moved" -> simulation.moved();
            case "computing" -> simulation.computing();
            default -> {}
        }
        simulation.run(version);
    }
}
