package manymachines;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of the lesson.
 *
 * @param node the single node to start, or the node that a client connects to
 * @param host the address at which clients connect
 * @param silence how long a node may be silent before the others suspect it
 * @param chaos how long to kill nodes at random
 */
record Arguments(Optional<Integer> node, Ports ports, InetAddress host, Duration silence, Optional<Duration> chaos) {
    private static final int CHAOS_SECONDS = 60;
    /** Too short for production: a garbage collection or a busy machine can cause a longer silence. */
    private static final int SILENCE_SECONDS = 3;

    private static final int LOWEST_BASE = 1024;

    /** @throws IllegalArgumentException when an argument is unknown, or its value is wrong */
    static Arguments of(String... words) {
        Optional<Integer> node = Optional.empty();
        int base = Ports.DEFAULT_BASE;
        InetAddress host = InetAddress.getLoopbackAddress();
        int silence = SILENCE_SECONDS;
        boolean chaos = false;
        int seconds = CHAOS_SECONDS;
        for (Iterator<String> rest = Arrays.asList(words).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--node" -> node = Optional.of(number("node", next(rest), 1, Ports.MOST_NODES, "--node 4"));
                case "--port" ->
                    base = number("first port", next(rest), LOWEST_BASE, Ports.HIGHEST_BASE, "--port 9880");
                case "--host" -> host = host(next(rest));
                case "--silence" -> silence = number("number of seconds", next(rest), 1, 600, "--silence 10");
                case "--chaos" -> chaos = true;
                case "--seconds" -> seconds = number("number of seconds", next(rest), 1, 3_600, "--seconds 20");
                default ->
                    throw new IllegalArgumentException("'" + word + "' is not an argument of this lesson.\n"
                            + "It accepts --node N, --port N, --host ADDRESS, --silence N, --chaos and"
                            + " --seconds N, such as: --node 4");
            }
        }
        var length = Duration.ofSeconds(seconds);
        return new Arguments(
                node,
                new Ports(base),
                host,
                Duration.ofSeconds(silence),
                chaos ? Optional.of(length) : Optional.empty());
    }

    /** The nodes to start: one, or three. */
    List<Integer> nodes() {
        return node.map(List::of).orElse(List.of(1, 2, 3));
    }

    InetSocketAddress chatAddress(int node) {
        return new InetSocketAddress(host, ports.chat(node));
    }

    /** The address for clients on this machine. A server can listen on 0.0.0.0, but no client can connect to it. */
    InetAddress reachable() {
        return host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host;
    }

    private static String next(Iterator<String> rest) {
        return rest.hasNext() ? rest.next() : "";
    }

    private static int number(String what, String typed, int lowest, int highest, String example) {
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) < lowest || Integer.parseInt(typed) > highest) {
            throw new IllegalArgumentException("'" + typed + "' is not a " + what + ".\nType a number from " + lowest
                    + " to " + highest + ", such as: " + example);
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
