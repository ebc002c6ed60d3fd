package chatserver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Iterator;

/** The arguments of the servers and of the client: {@code --port N} and {@code --host ADDRESS}. */
record Arguments(InetSocketAddress address) {
    /** The article's address. */
    static final String HOST = "127.0.0.1";

    static final int PORT = 8888;

    /** @throws IllegalArgumentException when an argument is unknown, or its value is not an address or a port */
    static Arguments of(String... words) {
        String host = HOST;
        int port = PORT;
        for (Iterator<String> rest = Arrays.asList(words).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            String value = rest.hasNext() ? rest.next() : "";
            switch (word) {
                case "--host" -> host = value;
                case "--port" -> port = port(value);
                default ->
                    throw new IllegalArgumentException("'" + word + "' is not an argument of the chat.\n"
                            + "It accepts --port N and --host ADDRESS, such as: --port 8889");
            }
        }
        return new Arguments(new InetSocketAddress(host(host), port));
    }

    /** The arguments for this address; empty for the default address. */
    static String typed(InetSocketAddress address) {
        String host = reachable(address).getHostAddress();
        return ((host.equals(HOST) ? "" : "--host " + host + " ")
                        + (address.getPort() == PORT ? "" : "--port " + address.getPort()))
                .strip();
    }

    /**
     * The address to which a client on this machine connects: a server may listen on 0.0.0.0, but is not reached there.
     */
    static InetAddress reachable(InetSocketAddress address) {
        return address.getAddress().isAnyLocalAddress() ? InetAddress.ofLiteral(HOST) : address.getAddress();
    }

    private static int port(String typed) {
        if (!typed.matches("\\d{1,5}") || Integer.parseInt(typed) > 65_535) {
            throw new IllegalArgumentException("'" + typed + "' is no port.\n"
                    + "A port is a number from 0 (any free one) to 65535, such as: --port 8889");
        }
        return Integer.parseInt(typed);
    }

    private static InetAddress host(String typed) {
        if (typed.isBlank()) {
            throw unknownHost(typed);
        }
        try {
            return InetAddress.getByName(typed);
        } catch (UnknownHostException unknown) {
            throw unknownHost(typed);
        }
    }

    private static IllegalArgumentException unknownHost(String typed) {
        return new IllegalArgumentException("'" + typed + "' is not a known address.\n"
                + "The default is --host 127.0.0.1, which only this machine can reach.");
    }
}
