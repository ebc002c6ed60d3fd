package manymachines;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of the lesson.
 *
 * @param node the only node to start, or the one to connect to
 * @param host where clients connect
 * @param chaos how long to kill nodes at random
 */
record Arguments(Optional<Integer> node, Ports ports, InetAddress host, Optional<Duration> chaos) {
    private static final int CHAOS_SECONDS = 60;
    private static final int LOWEST_BASE = 1024;

    /** @throws IllegalArgumentException when an argument is unknown, or its value is wrong */
    static Arguments of(String... words) {
        Optional<Integer> node = Optional.empty();
        int base = Ports.DEFAULT_BASE;
        InetAddress host = InetAddress.getLoopbackAddress();
        Optional<Duration> chaos = Optional.empty();
        for (Iterator<String> rest = Arrays.asList(words).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--node" -> node = Optional.of(number("node", next(rest), 1, Ports.MOST_NODES));
                case "--port" -> base = number("first port", next(rest), LOWEST_BASE, Ports.HIGHEST_BASE);
                case "--host" -> host = host(next(rest));
                case "--chaos" ->
                    chaos = Optional.of(Duration.ofSeconds(
                            rest.hasNext() ? number("number of seconds", next(rest), 1, 3_600) : CHAOS_SECONDS));
                default ->
                    throw new IllegalArgumentException("'" + word + "' is not an argument of this lesson.\n"
                            + "It accepts --node N, --port N, --host ADDRESS and --chaos, such as: --node 4");
            }
        }
        return new Arguments(node, new Ports(base), host, chaos);
    }

    /** The nodes to start: one, or three. */
    List<Integer> nodes() {
        return node.map(List::of).orElse(List.of(1, 2, 3));
    }

    private static String next(Iterator<String> rest) {
        return rest.hasNext() ? rest.next() : "";
    }

    private static int number(String what, String typed, int lowest, int highest) {
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) < lowest || Integer.parseInt(typed) > highest) {
            throw new IllegalArgumentException(
                    "'" + typed + "' is no " + what + ".\n" + "Type a number from " + lowest + " to " + highest + ".");
        }
        return Integer.parseInt(typed);
    }

    private static InetAddress host(String typed) {
        try {
            if (!typed.isBlank()) {
                return InetAddress.getByName(typed);
            }
        } catch (UnknownHostException unknown) {
            // explained below
        }
        throw new IllegalArgumentException("'" + typed + "' is not a known address.\n"
                + "The default is --host 127.0.0.1, which only this machine can reach.");
    }
}
